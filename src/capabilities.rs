//! What the cluster offers, as far as the user has said so.

use std::str::FromStr;

/// A version of Kubernetes: major and minor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KubeVersion {
    /// The first number.
    pub major: u32,
    /// The second number.
    pub minor: u32,
}

impl FromStr for KubeVersion {
    type Err = String;

    /// Reads `1.31`, `v1.31.2`, `1.31.2-gke.100` and `1.31+`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let invalid = || "expected a version of Kubernetes such as 1.31 or v1.31.2".to_owned();
        let mut numbers = text
            .strip_prefix('v')
            .unwrap_or(text)
            .split(['.', '-', '+']);
        let mut number = || numbers.next()?.parse().ok();
        let major = number().ok_or_else(invalid)?;
        let minor = number().ok_or_else(invalid)?;
        Ok(KubeVersion { major, minor })
    }
}

/// What the cluster offers: nothing is known unless the user says so, since no cluster is asked.
#[derive(Clone, Debug, Default)]
pub struct Capabilities {
    /// Its version (`--kube-version`).
    pub kube_version: Option<KubeVersion>,
    /// The API versions that it has besides those of its version (`--api-versions`): `apps/v1` or `apps/v1/Deployment`.
    pub api_versions: Vec<String>,
}

impl Capabilities {
    /// Whether the user has said that the cluster has this API version, as charts ask for it: `apps/v1`.
    #[must_use]
    pub fn has_version(&self, api_version: &str) -> bool {
        self.api_versions.iter().any(|name| name == api_version)
    }

    /// Whether the user has said that the cluster has this kind of this API version.
    #[must_use]
    pub fn has(&self, api_version: &str, kind: &str) -> bool {
        self.api_versions
            .iter()
            .any(|name| name == api_version || *name == format!("{api_version}/{kind}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_with_or_without_patch_and_prefix() {
        let version = |major, minor| Ok(KubeVersion { major, minor });
        assert_eq!("1.31".parse(), version(1, 31));
        assert_eq!("v1.24.17-eks-2d98532".parse(), version(1, 24));
        assert_eq!("1.9+".parse(), version(1, 9));
    }

    #[test]
    fn what_is_no_version_is_refused() {
        for text in ["", "1", "latest", "1.x", "v"] {
            assert!(text.parse::<KubeVersion>().is_err(), "{text}");
        }
    }
}

//! Which names promise a secret, and which values cannot be one.
//!
//! A name is compared in lower case without `_`, `-` and `.`, so that `api_key`, `API-KEY` and `apiKey` are one. What
//! tells where a secret is kept (`existingSecret`, `secretName`, `tokenPath`, `passwordFile`) holds none.

/// A name with one of these in it holds a secret.
const PARTS: &[&str] = &[
    "accesskey",
    "accountkey",
    "apikey",
    "authkey",
    "authorization",
    "authvalue",
    "bearer",
    "connectionstring",
    "cookie",
    "credential",
    "dockerconfigjson",
    "encryptionkey",
    "htpasswd",
    "kubeconfig",
    "licensekey",
    "passphrase",
    "passwd",
    "password",
    "privatekey",
    "receiverurl",
    "routingkey",
    "secret",
    "sharedkey",
    "signingkey",
    "token",
    "webhookurl",
];

/// A name with one of these as a whole word (`auth`, `basic_auth`, `basicAuth`) holds a secret.
const WORDS: &[&str] = &[
    "auth", "dsn", "jwt", "pass", "pat", "psk", "pwd", "sas", "webhook", "webhooks",
];

/// A name that ends so tells of a secret (where it is, how long it lasts), but does not hold it.
const HARMLESS_ENDINGS: &[&str] = &[
    "annotations",
    "audience",
    "class",
    "create",
    "directory",
    "enabled",
    "file",
    "files",
    "labels",
    "length",
    "mode",
    "name",
    "names",
    "namespace",
    "path",
    "paths",
    "policy",
    "provider",
    "ref",
    "refs",
    "seconds",
    "ttl",
    "type",
    "version",
];

/// Texts that decide or leave out something and so are no secret.
const HARMLESS_VALUES: &[&str] = &[
    "", "~", "null", "true", "false", "yes", "no", "on", "off", "{}", "[]",
];

/// The longest number that is taken for a port, a count or a time rather than for a secret.
const HARMLESS_DIGITS: usize = 5;

/// Whether what is behind a key of that name may be a secret.
pub(super) fn is_secret_name(name: &str) -> bool {
    let squeezed = squeezed(name);
    !is_harmless_name(&squeezed)
        && (PARTS.iter().any(|part| squeezed.contains(part)) || has_secret_word(name))
}

/// Whether what is at the end of a path with dots may be a secret: its own name says so, or that of what it is in.
pub(super) fn is_secret_path(path: &str) -> bool {
    let last = path.rsplit('.').next().unwrap_or_default();
    !is_harmless_name(&squeezed(last)) && path.split('.').any(is_secret_name)
}

fn squeezed(name: &str) -> String {
    (name.chars().filter(|c| c.is_alphanumeric()))
        .flat_map(char::to_lowercase)
        .collect()
}

fn is_harmless_name(squeezed: &str) -> bool {
    squeezed.starts_with("existing")
        || squeezed.contains("pullsecret")
        || HARMLESS_ENDINGS.iter().any(|end| squeezed.ends_with(end))
}

fn has_secret_word(name: &str) -> bool {
    let mut spaced = String::with_capacity(name.len() + 4);
    let mut before = ' ';
    for character in name.chars() {
        if character.is_uppercase() && before.is_lowercase() {
            spaced.push(' ');
        }
        spaced.push(character.to_ascii_lowercase());
        before = character;
    }
    spaced
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| WORDS.contains(&word))
}

/// Whether a value, as it is written, cannot be a secret: empty, null, a boolean, a number of a few digits.
pub(super) fn is_harmless_value(value: &str) -> bool {
    let value = value.trim();
    HARMLESS_VALUES
        .iter()
        .any(|word| value.eq_ignore_ascii_case(word))
        || (value.len() <= HARMLESS_DIGITS && value.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_secrets_are_known_in_every_spelling() {
        for name in [
            "password",
            "adminPassword",
            "SMTP_PASSWORD",
            "redis-passwd",
            "apiKey",
            "API-KEY",
            "api.key",
            "secretaccesskey",
            "clientSecret",
            "token",
            "authToken",
            "webhookurl",
            "WEBHOOK_URL",
            "webhook",
            "routingKey",
            "privateKey",
            "credentials",
            "Authorization",
            "auth",
            "basicAuth",
            "dsn",
            "SENTRY_DSN",
            "connectionString",
            "sas",
            "headerauthvalue",
            "passphrase",
            "DB_PASS",
        ] {
            assert!(is_secret_name(name), "{name}");
        }
    }

    #[test]
    fn names_that_only_tell_of_a_secret_are_harmless() {
        for name in [
            "existingSecret",
            "existingSecretKey",
            "secretName",
            "secretRef",
            "secretKeyRef",
            "imagePullSecrets",
            "tokenPath",
            "passwordFile",
            "tokenExpirationSeconds",
            "author",
            "authority",
            "bypass",
            "image",
            "path",
            "compass",
            "sasquatch",
            "name",
            "key",
            "pattern",
            "",
        ] {
            assert!(!is_secret_name(name), "{name}");
        }
    }

    #[test]
    fn a_value_that_only_switches_or_counts_is_harmless() {
        for value in [
            "", "~", "null", "true", "No", "8765", "12345", " off ", "{}",
        ] {
            assert!(is_harmless_value(value), "{value}");
        }
        for value in ["123456", "hunter2", "x", "0x1F", "-1", "truely"] {
            assert!(!is_harmless_value(value), "{value}");
        }
    }
}

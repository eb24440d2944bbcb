//! Values of certificates and keys.

use crate::charts::kinds::{Exact, Secret, Tested};
use crate::section;

section! {
    /// Certificates and keys of Falco's webserver and of its client for `falco.http_output`.
    Certificates {
        /// Secret that holds them already, as `server.key`, `server.crt`, `ca.crt` and `falco.pem` (key and certificate
        /// in one). It is mounted at /etc/falco/certs in the place of one made of `server`.
        existing_secret: Tested<String> = "",
        /// What the webserver shows to its clients. A Secret is made of it if `key`, `crt` and `ca.crt` are set.
        server: Pair = Pair::default(),
        /// The authority that has signed the certificates.
        ca: Authority = Authority::default(),
        /// Secret that holds the client's already, as `client.key`, `client.crt`, `falcoclient.pem`, `ca.crt` and
        /// `ca.pem`. It is mounted at /etc/falco/certs/client in the place of one made of `client`.
        existing_client_secret: Tested<String> = "",
        /// What Falco shows to the server of `falco.http_output`, if `mtls` is on there. A Secret is made of it if
        /// `key`, `crt` and `ca.crt` are set.
        client: Pair = Pair::default(),
    }
}

section! {
    /// A key and its certificate.
    Pair {
        /// The private key, as PEM.
        key: Exact<Tested<Secret>> = Secret::from(""),
        /// The certificate, as PEM.
        crt: Exact<Tested<String>> = String::new(),
    }
}

section! {
    /// The authority that has signed the certificates.
    Authority {
        /// Its certificate, as PEM.
        crt: Exact<Tested<String>> = String::new(),
    }
}

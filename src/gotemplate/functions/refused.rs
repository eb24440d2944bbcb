//! The functions that are known and refused: the same input must always give the same manifests, and secrets are not
//! made by rendering.

use super::Type::Any;
use super::{Code, Function, row};

const TIME: &str = "it asks for the time, and would make each rendering another";
const RANDOM: &str = "it is random, and would make each rendering another";
const NETWORK: &str = "it asks the network, and no rendering may depend on that";
const ENVIRONMENT: &str =
    "it reads the environment of the process, which Helm does not give to templates either";
const SECRETS: &str = "keys, certificates and passwords are not made by rendering";
const CLUSTER: &str = "it asks a cluster, and there is none while rendering";
const CALL: &str = "no value is a function";
const TOML: &str = "TOML is only written, not read";

const fn refused(name: &'static str, reason: &'static str) -> Function {
    row(name, &[], Some(Any), Code::Refused(reason))
}

pub(super) const FUNCTIONS: &[Function] = &[
    refused("now", TIME),
    refused("ago", TIME),
    refused("randAlphaNum", RANDOM),
    refused("randAlpha", RANDOM),
    refused("randAscii", RANDOM),
    refused("randNumeric", RANDOM),
    refused("randInt", RANDOM),
    refused("randBytes", RANDOM),
    refused("shuffle", RANDOM),
    refused("uuidv4", RANDOM),
    refused("getHostByName", NETWORK),
    refused("env", ENVIRONMENT),
    refused("expandenv", ENVIRONMENT),
    refused("bcrypt", SECRETS),
    refused("htpasswd", SECRETS),
    refused("derivePassword", SECRETS),
    refused("genPrivateKey", SECRETS),
    refused("buildCustomCert", SECRETS),
    refused("genCA", SECRETS),
    refused("genCAWithKey", SECRETS),
    refused("genSelfSignedCert", SECRETS),
    refused("genSelfSignedCertWithKey", SECRETS),
    refused("genSignedCert", SECRETS),
    refused("genSignedCertWithKey", SECRETS),
    refused("encryptAES", SECRETS),
    refused("decryptAES", SECRETS),
    refused("lookup", CLUSTER),
    refused("call", CALL),
    refused("fromToml", TOML),
];

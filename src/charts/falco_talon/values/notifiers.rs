//! Values of the notifiers, by which Falco Talon tells what it has done.

use crate::charts::kinds::{Secret, Tested};
use crate::section;

section! {
    /// The notifiers, which tell what was done. Each is used by the rules that name it, and by all if
    /// `config.defaultNotifiers` has it.
    Notifiers {
        /// Messages to Slack.
        slack: Slack = Slack::default(),
        /// Requests to a URL.
        webhook: Webhook = Webhook::default(),
        /// E-mails.
        smtp: Smtp = Smtp::default(),
        /// Log lines to Loki.
        loki: Loki = Loki::default(),
        /// Documents in Elasticsearch.
        elasticsearch: Elasticsearch = Elasticsearch::default(),
    }
}

section! {
    /// Messages to Slack.
    Slack {
        /// URL of Slack's incoming webhook, which is as good as a password.
        webhook_url: Option<Secret> = Some(Secret::from("")),
        /// URL of the sender's picture.
        icon: Option<String> =
            Some("https://upload.wikimedia.org/wikipedia/commons/2/26/Circaetus_gallicus_claw.jpg".to_owned()),
        /// The sender's name.
        username: Option<String> = Some("Falco Talon".to_owned()),
        /// Last line of a message.
        footer: Option<String> = Some("https://github.com/falcosecurity/falco-talon".to_owned()),
        /// How much a message says: `long` or `short`.
        format: Option<String> = Some("long".to_owned()),
    }
}

section! {
    /// Requests to a URL.
    Webhook {
        /// The URL, which may hold a token.
        url: Option<Secret> = Some(Secret::from("")),
    }
}

section! {
    /// E-mails.
    Smtp {
        /// The mail server: host and port.
        host_port: Option<String> = Some(String::new()),
        /// The sender's address.
        from: Option<String> = Some(String::new()),
        /// Addresses of the receivers, separated by commas.
        to: Option<String> = Some(String::new()),
        /// User at the mail server.
        user: Option<String> = Some(String::new()),
        /// Password at the mail server.
        password: Option<Secret> = Some(Secret::from("")),
        /// Form of the e-mails: `html` or `text`.
        format: Option<String> = Some("html".to_owned()),
        /// Whether the mail server is called by TLS.
        tls: Option<bool> = Some(false),
    }
}

section! {
    /// Log lines to Loki.
    Loki {
        /// Address of Loki: host and port, called by `http`, or a URL. `url` comes first.
        host_port: Option<String> = Some(String::new()),
        /// URL of Loki.
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<String> = None::<String>,
        /// User at Loki.
        user: Option<String> = Some(String::new()),
        /// Password or token of the user.
        api_key: Option<Secret> = Some(Secret::from("")),
        /// Tenant in Loki.
        tenant: Option<String> = Some(String::new()),
        /// HTTP headers of the requests, such as `X-Name: value`.
        custom_headers: Tested<Vec<String>> = Vec::<String>::new(),
        /// Does what the value of this name below `config.notifiers.elasticsearch` does, and comes first.
        #[serde(skip_serializing_if = "Option::is_none")]
        create_index_template: Option<bool> = None::<bool>,
        /// Does what the value of this name below `config.notifiers.elasticsearch` does, and comes first.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schemars(range(min = 0))]
        number_of_shards: Option<i32> = None::<i32>,
        /// Does what the value of this name below `config.notifiers.elasticsearch` does, and comes first.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schemars(range(min = 0))]
        number_of_replicas: Option<i32> = None::<i32>,
    }
}

section! {
    /// Documents in Elasticsearch.
    Elasticsearch {
        /// URL of Elasticsearch.
        url: Option<String> = Some(String::new()),
        /// Whether Falco Talon makes the index template, if there is none.
        create_index_template: Option<bool> = Some(true),
        /// Shards of the index. Falco Talon makes 3 unless it is set.
        #[schemars(range(min = 0))]
        number_of_shards: Option<i32> = Some(1),
        /// Replicas of the index. Falco Talon makes 3 unless it is set.
        #[schemars(range(min = 0))]
        number_of_replicas: Option<i32> = Some(1),
    }
}

//! Outputs: chats and mail.

use super::Output;
use super::setting::{check_cert, choice, mutual_tls, priority, secret, switch, text};

/// What is shown of an event.
const FORMATS: &[&str] = &["all", "text", "fields"];

/// The address of a webhook.
const WEBHOOK: &str = "Address of the webhook. The output is on if it is set.";

const ICON: &str = "Address of the picture beside a message; Falcosidekick's own if it is empty.";
const USER: &str = "Name of the sender; `Falcosidekick` if it is empty.";
const FOOTER: &str = "Text at the foot of a message.";
const SHOWN: &str = "What a message has: the text of the event, its fields, or both.";
const MESSAGE: &str = "Go template of a text above that.";

/// The outputs.
pub const OUTPUTS: &[Output] = &[
    Output {
        path: "slack",
        about: "Slack.",
        settings: &[
            secret("webhookurl", WEBHOOK),
            text(
                "channel",
                "",
                "Channel of the messages; that of the webhook if it is empty.",
            ),
            text("footer", "", FOOTER),
            text("icon", "", ICON),
            text("username", "", USER),
            choice("outputformat", "all", FORMATS, SHOWN),
            priority(),
            text("messageformat", "", MESSAGE),
        ],
    },
    Output {
        path: "rocketchat",
        about: "Rocket.Chat.",
        settings: &[
            secret("webhookurl", WEBHOOK),
            text("icon", "", ICON),
            text("username", "", USER),
            choice("outputformat", "all", FORMATS, SHOWN),
            priority(),
            text("messageformat", "", MESSAGE),
            mutual_tls(),
            check_cert(),
        ],
    },
    Output {
        path: "mattermost",
        about: "Mattermost.",
        settings: &[
            secret("webhookurl", WEBHOOK),
            text("footer", "", FOOTER),
            text("icon", "", ICON),
            text("username", "", USER),
            choice("outputformat", "all", FORMATS, SHOWN),
            priority(),
            text("messageformat", "", MESSAGE),
            mutual_tls(),
            check_cert(),
        ],
    },
    Output {
        path: "teams",
        about: "Microsoft Teams.",
        settings: &[
            secret("webhookurl", WEBHOOK),
            text("activityimage", "", ICON),
            choice("outputformat", "all", &["all", "text", "facts"], SHOWN),
            priority(),
        ],
    },
    Output {
        path: "discord",
        about: "Discord.",
        settings: &[
            secret("webhookurl", WEBHOOK),
            text("icon", "", ICON),
            priority(),
        ],
    },
    Output {
        path: "googlechat",
        about: "Google Chat.",
        settings: &[
            secret("webhookurl", WEBHOOK),
            choice("outputformat", "all", &["all", "text"], SHOWN),
            priority(),
            text("messageformat", "", MESSAGE),
        ],
    },
    Output {
        path: "cliq",
        about: "Zoho Cliq.",
        settings: &[
            secret("webhookurl", WEBHOOK),
            text("icon", "", ICON),
            switch(
                "useemoji",
                true,
                "Whether a message begins with an emoji for its priority.",
            ),
            choice("outputformat", "all", FORMATS, SHOWN),
            text("messageformat", "", MESSAGE),
            priority(),
        ],
    },
    Output {
        path: "webex",
        about: "Webex.",
        settings: &[secret("webhookurl", WEBHOOK), priority()],
    },
    Output {
        path: "telegram",
        about: "Telegram.",
        settings: &[
            secret(
                "token",
                "Token of the bot. The output is on if this and `chatid` are set.",
            ),
            text("chatid", "", "Identifier of the chat, in quotes."),
            text(
                "messagethreadid",
                "",
                "Identifier of the topic in the chat, in quotes.",
            )
            .named("TELEGRAM_MESSAGE_THREAD_ID"),
            check_cert(),
            priority(),
        ],
    },
    Output {
        path: "smtp",
        about: "Mail.",
        settings: &[
            text(
                "hostport",
                "",
                "Mail server, as `host:port`. The output is on if it is set.",
            ),
            switch("tls", true, "Whether the connection is encrypted."),
            text(
                "authmechanism",
                "plain",
                "How to log in: `plain`, `oauthbearer`, `external`, `anonymous`, or nothing for not at all.",
            ),
            text("user", "", "User for `plain`."),
            secret("password", "Password for `plain`."),
            secret("token", "Token for `oauthbearer`."),
            text("identity", "", "Identity for `plain` and `external`."),
            text("trace", "", "Trace information for `anonymous`."),
            text("from", "", "Sender."),
            text(
                "to",
                "",
                "Receivers, separated by commas. The output is on if it is set.",
            ),
            choice(
                "outputformat",
                "html",
                &["html", "text"],
                "Form of the mails.",
            ),
            priority(),
        ],
    },
];

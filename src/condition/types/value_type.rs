//! The types that fields have in Falco (libs 0.25, `param_type_to_string` in `userspace/libsinsp/utils.cpp`).

macro_rules! value_types {
    ($($variant:ident = $word:literal;)*) => {
        /// What values of a field are.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "the words below say it")]
        pub enum ValueType {
            $($variant,)*
        }

        impl ValueType {
            /// All of them, with the words that Falco prints for them.
            pub const ALL: &[(ValueType, &str)] = &[$((ValueType::$variant, $word),)*];

            /// The word that Falco prints for it.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(ValueType::$variant => $word,)*
                }
            }
        }
    };
}

value_types! {
    Int8 = "INT8";
    Int16 = "INT16";
    Int32 = "INT32";
    Int64 = "INT64";
    Uint8 = "UINT8";
    Uint16 = "UINT16";
    Uint32 = "UINT32";
    Uint64 = "UINT64";
    Text = "CHARBUF";
    Bytes = "BYTEBUF";
    ErrorNumber = "ERRNO";
    SocketAddress = "SOCKADDR";
    SocketTuple = "SOCKTUPLE";
    Descriptor = "FD";
    ProcessId = "PID";
    DescriptorList = "FDLIST";
    Path = "FSPATH";
    SyscallId = "SYSCALLID";
    Signal = "SIGTYPE";
    Duration = "RELTIME";
    Time = "ABSTIME";
    Port = "PORT";
    Protocol = "L4PROTO";
    SocketFamily = "SOCKFAMILY";
    Boolean = "BOOL";
    Ipv4Address = "IPV4ADDR";
    Dynamic = "DYNAMIC";
    Flags8 = "FLAGS8";
    Flags16 = "FLAGS16";
    Flags32 = "FLAGS32";
    UserId = "UID";
    GroupId = "GID";
    Double = "DOUBLE";
    SignalSet = "SIGSET";
    TextArray = "CHARBUFARRAY";
    TextPairs = "CHARBUF_PAIR_ARRAY";
    Ipv4Network = "IPV4NET";
    Ipv6Address = "IPV6ADDR";
    Ipv6Network = "IPV6NET";
    Address = "IPADDR";
    Network = "IPNET";
    Mode = "MODE";
    RelativePath = "FSRELPATH";
    Enumeration8 = "ENUMFLAGS8";
    Enumeration16 = "ENUMFLAGS16";
    Enumeration32 = "ENUMFLAGS32";
    Descriptor32 = "FD32";
    ProcessId32 = "PID32";
}

impl ValueType {
    /// The type that Falco prints as `word`.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(_, known)| *known == word)?;
        Some(found.0)
    }

    /// Whether its values are texts: plain ones and paths.
    #[must_use]
    pub fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::Path | Self::RelativePath)
    }

    /// Whether its values are networks, which have no right side that is a field.
    #[must_use]
    pub fn is_network(self) -> bool {
        matches!(self, Self::Network | Self::Ipv4Network | Self::Ipv6Network)
    }

    /// What a value of it is, in words that fit behind "not": `a number`.
    #[must_use]
    pub fn description(self) -> &'static str {
        match self {
            Self::Text | Self::Path | Self::RelativePath => "a text",
            Self::Bytes => "bytes",
            Self::Boolean => "a boolean",
            Self::Port => "a port",
            Self::Address | Self::Ipv4Address | Self::Ipv6Address => "an IP address",
            Self::Network | Self::Ipv4Network | Self::Ipv6Network => "an IP network",
            Self::Duration => "a duration",
            Self::Time => "a time",
            _ => "a number",
        }
    }
}

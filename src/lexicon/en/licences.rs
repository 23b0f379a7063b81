//! Names of licences of software, and words by which the texts of them are known. Names after the SPDX list, our own choice of
//! words.

use crate::text::{WordSet, word_set};

/// A licence by how prose names it, in lower case; of two that fit, the longer.
pub const NAMES: &[(&str, &str)] = &[
    ("mit", "MIT"),
    ("mit license", "MIT"),
    ("mit licence", "MIT"),
    ("apache license", "Apache-2.0"),
    ("apache-2.0", "Apache-2.0"),
    ("apache 2.0", "Apache-2.0"),
    ("apache 2", "Apache-2.0"),
    ("apache", "Apache-2.0"),
    ("bsd-3-clause", "BSD-3-Clause"),
    ("bsd 3-clause", "BSD-3-Clause"),
    ("3-clause bsd", "BSD-3-Clause"),
    ("bsd-2-clause", "BSD-2-Clause"),
    ("bsd 2-clause", "BSD-2-Clause"),
    ("2-clause bsd", "BSD-2-Clause"),
    ("gplv3", "GPL-3.0"),
    ("gpl-3.0", "GPL-3.0"),
    ("gpl-3.0-or-later", "GPL-3.0"),
    ("gpl-3.0-only", "GPL-3.0"),
    ("gpl v3", "GPL-3.0"),
    ("gpl 3", "GPL-3.0"),
    ("gnu general public license v3", "GPL-3.0"),
    ("gnu general public license version 3", "GPL-3.0"),
    ("gnu general public license v3.0", "GPL-3.0"),
    ("gplv2", "GPL-2.0"),
    ("gpl-2.0", "GPL-2.0"),
    ("gpl v2", "GPL-2.0"),
    ("lgpl", "LGPL"),
    ("lgplv3", "LGPL"),
    ("lgpl-3.0", "LGPL"),
    ("agpl", "AGPL-3.0"),
    ("agplv3", "AGPL-3.0"),
    ("agpl-3.0", "AGPL-3.0"),
    ("mpl-2.0", "MPL-2.0"),
    ("mpl 2.0", "MPL-2.0"),
    ("mozilla public license", "MPL-2.0"),
    ("isc", "ISC"),
    ("isc license", "ISC"),
    ("unlicense", "Unlicense"),
];

/// Words that all stand in the text of a licence, in lower case; the first that fits.
pub const TEXTS: &[(&str, &[&str])] = &[
    ("AGPL-3.0", &["gnu affero general public license", "version 3"]),
    ("LGPL", &["gnu lesser general public license"]),
    ("GPL-3.0", &["gnu general public license", "version 3"]),
    ("GPL-2.0", &["gnu general public license", "version 2"]),
    ("Apache-2.0", &["apache license", "version 2.0"]),
    ("MPL-2.0", &["mozilla public license", "2.0"]),
    ("BSD-3-Clause", &["redistribution and use in source and binary forms", "neither the name"]),
    ("BSD-3-Clause", &["redistribution and use in source and binary forms", "to endorse or promote"]),
    ("BSD-2-Clause", &["redistribution and use in source and binary forms"]),
    ("MIT", &["permission is hereby granted, free of charge", "substantial portions"]),
    ("ISC", &["permission to use, copy, modify, and/or distribute"]),
    ("Unlicense", &["this is free and unencumbered software"]),
];

/// In a sentence about a licence that is another's, of a part, or one of several.
pub const OTHERS: WordSet = word_set! {
    "dependency", "dependencies", "third", "third-party", "bundled", "bundles", "vendored", "fonts", "font", "icons", "includes", "included", "based", "or",
    "except", "part", "parts", "portion", "portions", "file", "files", "some", "also", "additionally", "dually", "formerly", "previously", "was", "were", "dual", "dual-licensed", "originally", "images", "logo", "documentation", "docs", "content", "compatible",
};

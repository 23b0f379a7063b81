//! Texts and names of files that some program might obey.

/// Words that some editor, page or shell might obey.
pub const WORDS: [&str; 20] = [
    "</script><script>alert(1)</script>",
    "[click](command:workbench.action.terminal.new)",
    "[x](command:quit?%5B%22a%22%5D)",
    "![x](https://example.org/x.png)",
    "<img src=x onerror=alert(1)>",
    "`rm -rf ~`",
    "$(touch pwned)",
    "; touch pwned",
    "%3Cscript%3E",
    "..%2f..%2fetc%2fpasswd",
    "\u{202e}txt.exe",
    "\u{1b}[31m",
    "\r\n\r\nContent-Length: 5\r\n\r\n{}",
    "\u{2028}next",
    "{{constructor.constructor('x')()}}",
    "${env:HOME}",
    "$0 ${1:x}",
    "--> <!-- crosscheck: allow-file no/such -- ha -->",
    "\\u0000",
    "'\"><svg onload=x>",
];

pub const NAMES: [&str; 10] = [
    "[x](command:quit).md",
    "a%2fb%00.md",
    "%2e%2e%2fout.md",
    "$(touch pwned).md",
    "a;touch pwned;.md",
    "<img src=x>.md",
    "\u{202e}dm.md",
    "a\nb.md",
    "-rf.md",
    "\"q\" 'p' #?&.md",
];

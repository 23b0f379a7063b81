//! Paths and the addresses that editors give them: `file:///home/a%20b.md`. Bytes of a name are bytes of the address,
//! each that could mean something else in percent form.

use std::path::{Path, PathBuf};

const SCHEME: &str = "file://";

/// Of a text's key: what is no file keeps the address that the editor gave it.
pub fn of_key(key: &Path) -> String {
    if key.is_absolute() { of_path(key) } else { key.to_string_lossy().into_owned() }
}

pub fn of_path(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    let bytes = path_bytes(path).unwrap_or_else(|| text.clone().into_bytes());
    let mut uri = SCHEME.to_owned();
    // A drive's letter stands behind a slash of its own.
    if !text.starts_with('/') {
        uri.push('/');
    }
    for byte in bytes {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

/// The path of a `file:` address of this machine; none for any other.
pub fn to_path(uri: &str) -> Option<PathBuf> {
    let rest = uri.strip_prefix(SCHEME)?;
    let rest = rest.strip_prefix("localhost").unwrap_or(rest);
    if !rest.starts_with('/') {
        return None;
    }
    let bytes = decoded(rest)?;
    // No name of a file holds one, and what is behind it would be lost.
    if bytes.contains(&0) {
        return None;
    }
    from_bytes(bytes)
}

fn decoded(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
                let (high, low) = (digit(rest.next())?, digit(rest.next())?);
                u8::try_from(high * 16 + low).ok()?
            }
            // Nothing of a file's address stands behind these.
            b'?' | b'#' => break,
            byte => byte,
        });
    }
    Some(bytes)
}

#[cfg(unix)]
fn path_bytes(path: &Path) -> Option<Vec<u8>> {
    use std::os::unix::ffi::OsStrExt;
    Some(path.as_os_str().as_bytes().to_vec())
}

#[cfg(not(unix))]
fn path_bytes(_: &Path) -> Option<Vec<u8>> {
    None
}

#[cfg(unix)]
fn from_bytes(bytes: Vec<u8>) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStringExt;
    Some(PathBuf::from(std::ffi::OsString::from_vec(bytes)))
}

#[cfg(not(unix))]
fn from_bytes(bytes: Vec<u8>) -> Option<PathBuf> {
    let text = String::from_utf8(bytes).ok()?;
    let drive = text.strip_prefix('/').filter(|rest| rest.get(1..2) == Some(":"));
    Some(PathBuf::from(drive.unwrap_or(&text)))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_path_comes_back() {
        for path in ["/a/b.md", "/a b/ü%41#?.md", "/a/[x](command:y).md", "/a/\u{202e}\"<>.md"] {
            let uri = of_path(Path::new(path));
            assert!(uri.bytes().all(|b| b.is_ascii_alphanumeric() || b":/-._~%".contains(&b)), "{uri}");
            assert_eq!(to_path(&uri).as_deref(), Some(Path::new(path)));
        }
    }

    #[test]
    fn what_is_no_file_here_has_no_path() {
        for uri in
            ["untitled:Untitled-1", "https://example.org/a.md", "file://host/a.md", "file:///a%00b", "file:///a%zz"]
        {
            assert_eq!(to_path(uri), None, "{uri}");
        }
        assert_eq!(to_path("file:///a.md?x#y"), Some(PathBuf::from("/a.md")));
        assert_eq!(to_path("file://localhost/a.md"), Some(PathBuf::from("/a.md")));
    }
}

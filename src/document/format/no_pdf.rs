//! What a build without the feature `pdf` says of a PDF: that it is one, and the ways out.

use crate::document::Reading;

pub fn read(_: &[u8]) -> Result<(String, Reading), String> {
    Err("is a PDF, and this build does not read PDF; build crosscheck with `--features pdf`, or convert it to text first".to_owned())
}

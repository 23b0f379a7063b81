//! The last net: a panic while one document is read (or while all are reconciled)
//! becomes a sentence, and the rest goes on. No panic is known; each is a fault of ours.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};

thread_local! {
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Keeps what a panic says instead of printing it; with `RUST_BACKTRACE` it is printed too.
pub fn install() {
    let print = std::env::var_os("RUST_BACKTRACE").map(|_| panic::take_hook());
    panic::set_hook(Box::new(move |info| {
        let payload = info.payload();
        let words = payload.downcast_ref::<&str>().copied().or(payload.downcast_ref::<String>().map(String::as_str));
        let place = info.location().map_or_else(String::new, |l| format!(" at {}:{}", l.file(), l.line()));
        LAST.set(Some(format!("{}{place}", words.unwrap_or("a panic"))));
        if let Some(print) = &print {
            print(info);
        }
    }));
}

/// Does `work`. The error is the end of a sentence that begins with what was worked on.
pub fn guard<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        let what = LAST.take().unwrap_or_else(|| "a panic".to_owned());
        format!("internal-error: {what}; this is a fault of crosscheck: report it with the document")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_sentence() {
        install();
        let outcome = guard(|| "".chars().next().expect("a letter"));
        let _ = panic::take_hook();
        let sentence = outcome.unwrap_err();
        assert!(sentence.starts_with("internal-error: a letter at src/app/guard.rs:"), "{sentence}");
        assert_eq!(guard(|| 'a'), Ok('a'));
    }
}

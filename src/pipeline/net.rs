//! The net under the work: a panic becomes a sentence, and the rest goes on. No panic is known; each is a
//! fault of ours.

use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;

thread_local! {
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// What panics said, with their places, for those of a piece of work that another thread did.
static SAID: Mutex<BTreeMap<String, String>> = Mutex::new(BTreeMap::new());

/// Keeps what a panic says, with its place, instead of printing it; `print` prints it too.
pub fn install(print: bool) {
    let print = print.then(panic::take_hook);
    panic::set_hook(Box::new(move |info| {
        let place = info.location().map_or_else(String::new, |l| format!(" at {}:{}", l.file(), l.line()));
        let words = words(info.payload());
        LAST.set(Some(format!("{words}{place}")));
        if let Ok(mut said) = SAID.lock() {
            said.entry(words.to_owned()).or_insert_with(|| format!("{words}{place}"));
        }
        if let Some(print) = &print {
            print(info);
        }
    }));
}

/// Does `work`. The error is what a panic said.
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    LAST.take();
    // What was worked on is thrown away, or read again from the start: nothing half done is seen.
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|payload| LAST.take().unwrap_or_else(|| elsewhere(&*payload)))
}

/// What a panic of another thread said.
fn elsewhere(payload: &(dyn Any + Send)) -> String {
    let words = words(payload);
    let said = SAID.lock().ok().and_then(|said| said.get(words).cloned());
    said.unwrap_or_else(|| words.to_owned())
}

fn words(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<&str>().copied().or(payload.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("a panic")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_words() {
        install(false);
        let outcome = caught(|| "".chars().next().expect("a letter"));
        let of_a_thread = caught(|| rayon::join(|| (), || "".chars().next().expect("a letter")).1);
        let _ = panic::take_hook();
        for words in [outcome, of_a_thread].map(Result::unwrap_err) {
            assert!(words.starts_with("a letter at src/pipeline/net.rs:"), "{words}");
        }
        assert_eq!(caught(|| 'a'), Ok('a'));
    }
}

//! A page of a report in a real browser, told what to do by a driver in the frame around it.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The first that is on the path; where none is, that is said.
pub fn browser() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let found =
        std::env::split_paths(&path).flat_map(|dir| names.map(|name| dir.join(name))).find(|file| file.is_file());
    if found.is_none() {
        println!("skipped: no chromium, chromium-browser or google-chrome on the path");
    }
    found
}

/// What a driver says of a page in a frame of its own. `name` is that of the browser's own folder.
pub fn driven(browser: &Path, page: &Path, driver: &str, name: &str, options: &[&str]) -> String {
    let driver = driver.replace("PAGE", &page.file_name().expect("a name").to_string_lossy());
    let driver = temporary(&format!("{name}-driver.html"), &driver);
    let output = Command::new(browser)
        .args(["--headless=new", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"])
        .args(["--disable-background-networking", "--window-size=1400,1000", "--virtual-time-budget=60000"])
        .args(options)
        .arg(format!("--user-data-dir={}", page.with_file_name(format!("{name}-profile")).display()))
        .args(["--dump-dom", &format!("file://{}", driver.display())])
        .output()
        .expect("it runs");
    let dom = String::from_utf8_lossy(&output.stdout).into_owned();
    let said = dom.split("<pre id=\"said\">").nth(1).and_then(|rest| rest.split("</pre>").next());
    said.map_or_else(|| format!("nothing: {}", String::from_utf8_lossy(&output.stderr)), str::to_owned)
}

pub fn temporary(name: &str, text: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("html-report");
    std::fs::create_dir_all(&directory).expect("a directory");
    let file = directory.join(name);
    std::fs::write(&file, text).expect("written");
    file
}

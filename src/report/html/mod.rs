//! The report as one HTML file: the documents side by side with every place marked,
//! findings, agreements and claims that were compared with nothing under filters kept
//! in the address, and the ledger. It needs no network, and its policy allows none.
//!
//! A page of ordinary size is whole without its script, which only filters, links and sorts; of a very long one
//! the script makes what is beyond the first entries when somebody looks for it.

mod bars;
mod grid;
mod ledger;
mod page;
mod text;
mod ticked;
mod wording;

use super::{Report, View};
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment};

/// Of the file that the page saves marks in, for `crosscheck accept`.
pub const MARKS_VERSION: u32 = 1;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");
/// What the page's own policy lets run: nothing but these two. A test keeps them true.
const STYLE_HASH: &str = "sha256-PHAK24BeX/1xEJqRk+Dof/yXHKdGiyRnezXrpAHXP0A=";
const SCRIPT_HASH: &str = "sha256-YnCuka1egfQ4c9g+BTn0/j/rFYX4aP8ehwVIupFlKu8=";

pub fn write(report: &Report, view: &View) -> Result<String, String> {
    let mut templates = Environment::new();
    templates.set_auto_escape_callback(|_| AutoEscape::Html);
    let page = page::page(report, view);
    templates
        .add_template("page.html", include_str!("page.html"))
        .and_then(|()| templates.get_template("page.html"))
        .and_then(|template| template.render(Serde(page)))
        .map(|html| html + "\n")
        .map_err(|error| format!("the page cannot be written: {error}"))
}

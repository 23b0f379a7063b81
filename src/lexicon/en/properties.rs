//! What heads of columns and names of fields ask about, and how prose says the same: "Length" and "metres long", "Opened"
//! and "was inaugurated". Our own lists.

use crate::text::{WordMap, WordSet, word_map, word_set};

/// The word that stands for all of one property, by any word for it in lower case.
pub static PROPERTIES: WordMap<&'static str> = word_map! {
    "length" => "long", "long" => "long", "width" => "wide", "wide" => "wide", "breadth" => "wide", "beam" => "wide", "height" => "high",
    "tall" => "high", "high" => "high", "highest" => "high", "depth" => "deep", "deep" => "deep", "draught" => "deep",
    "draft" => "deep", "elevation" => "elevation", "elev" => "elevation", "altitude" => "elevation", "asl" => "elevation",
    "sea" => "elevation", "thickness" => "thick", "thick" => "thick", "weight" => "weight", "mass" => "weight", "weighs" => "weight",
    "weighed" => "weight", "weighing" => "weight", "area" => "area", "size" => "area", "covers" => "area", "covered" => "area",
    "covering" => "area", "extent" => "area", "diameter" => "diameter", "across" => "diameter", "wingspan" => "wingspan",
    "population" => "people", "pop" => "people", "inhabitants" => "people", "residents" => "people", "people" => "people",
    "villagers" => "people",
    "visitors" => "visitor", "visitor" => "visitor", "visits" => "visitor", "guests" => "visitor", "attendance" => "attendance",
    "attended" => "attendance", "spectators" => "attendance", "crowd" => "attendance", "fans" => "attendance",
    "staff" => "employee", "employees" => "employee", "workers" => "employee", "employs" => "employee", "employed" => "employee",
    "workforce" => "employee", "headcount" => "employee", "pupils" => "student", "students" => "student", "enrollment" => "student",
    "enrolment" => "student", "enrolled" => "student", "members" => "member", "membership" => "member",
    "cost" => "cost", "costs" => "cost", "costing" => "cost", "price" => "price", "priced" => "price", "budget" => "budget",
    "budgeted" => "budget", "spending" => "budget", "spends" => "budget", "spent" => "budget", "expenditure" => "budget",
    "revenue" => "revenue", "revenues" => "revenue", "turnover" => "revenue", "sales" => "revenue", "profit" => "profit",
    "profits" => "profit", "gross" => "gross", "grossed" => "gross", "grossing" => "gross", "salary" => "salary", "wage" => "salary",
    "capacity" => "capacity", "seats" => "seat", "seat" => "seat", "votes" => "vote", "vote" => "vote", "voters" => "vote",
    "deaths" => "death", "dead" => "death", "killed" => "death", "fatalities" => "death", "died" => "death", "death" => "death",
    "injured" => "injury", "injuries" => "injury", "wounded" => "injury",
    "runtime" => "runtime", "minutes" => "runtime", "runs" => "runtime", "speed" => "speed", "fast" => "speed",
    "born" => "born", "birth" => "born", "founded" => "found", "foundation" => "found", "established" => "found", "formed" => "found",
    "created" => "found", "formation" => "found", "incorporated" => "found", "opened" => "open", "open" => "open", "opening" => "open",
    "opens" => "open", "inaugurated" => "open", "inauguration" => "open", "closed" => "close", "closure" => "close", "closing" => "close",
    "demolished" => "demolish", "demolition" => "demolish", "built" => "build", "construction" => "build", "constructed" => "build",
    "building" => "build", "erected" => "build", "completed" => "complete", "completion" => "complete", "finished" => "complete",
    "began" => "begin", "begin" => "begin", "begun" => "begin", "start" => "begin", "started" => "begin", "launched" => "launch",
    "launch" => "launch", "released" => "release", "release" => "release", "published" => "release", "publication" => "release",
    "premiered" => "premiere", "premiere" => "premiere", "signed" => "sign", "signing" => "sign", "adopted" => "adopt",
    "adoption" => "adopt", "ended" => "end", "end" => "end", "discovered" => "discover", "discovery" => "discover",
    "married" => "marry", "retired" => "retire", "decommissioned" => "retire", "commissioned" => "commission",
    "share" => "share", "shares" => "share", "percentage" => "share", "percent" => "share", "proportion" => "share", "portion" => "share",
    "total" => "total", "altogether" => "total", "overall" => "total", "all" => "total", "combined" => "total", "sum" => "total",
};

/// Properties whose value is a date.
pub static DATED: WordSet = word_set! {
    "born", "found", "open", "close", "demolish", "build", "complete", "begin", "launch", "release", "premiere", "sign", "adopt", "end",
    "discover", "marry", "retire", "commission", "death",
};

/// Heads of columns that ask for a day and say nothing of what happens then.
pub static WHEN: WordSet = word_set! { "when", "day", "dates", "deadline", "due" };

/// Words of a label that say no more than that there is a value.
pub static GENERIC: WordSet = word_set! {
    "value", "values", "fact", "figure", "figures", "amount", "number", "num", "no", "count", "quantity", "data", "result", "results",
    "date", "dates", "year", "years", "day", "time", "when", "official", "est", "estimate", "estimated", "detail", "details", "item",
    "name", "of", "the", "in", "by", "and", "for", "per", "info", "information", "description", "characteristic", "metric", "type", "unit",
};

/// Labels of a row or column that is the sum of the others.
pub static TOTALS: WordSet = word_set! {
    "total", "totals", "sum", "all", "overall", "grand total", "in all", "in total", "altogether", "total:", "sum total",
};

/// Right beside a figure: it is of another moment or case, a change, or no plain figure of the thing.
pub static APART: WordSet = word_set! {
    "by", "from", "another", "other", "others", "more", "additional", "further", "extra", "remaining", "average", "mean", "median", "per",
    "each", "every", "expected", "forecast", "projected", "planned", "target", "goal", "estimated", "estimates", "previous", "previously",
    "earlier", "former", "formerly", "originally", "initially", "until", "fewer", "less", "rose", "fell", "grew", "increase", "increased",
    "decrease", "decreased", "decline", "declined", "up", "down", "than", "compared", "between", "if", "would", "could", "may", "might",
    "including", "maximum", "minimum", "peak", "first", "last", "next", "half", "twice", "times", "only", "out",
    "share", "ratio", "rate", "growth", "about", "approximately", "around", "nearly", "roughly", "almost", "some", "circa",
};

/// Words of a column whose values nobody adds up.
pub static NOT_ADDED: WordSet = word_set! {
    "average", "avg", "mean", "median", "rate", "rates", "ratio", "rank", "ranking", "year", "years", "age", "price", "prices", "density",
    "elevation", "height", "altitude", "temperature", "turnout", "pct", "position", "pos", "gpa", "score", "index", "since", "diff",
    "difference", "margin", "id", "code", "no", "number", "date", "founded", "built", "version", "best", "maximum", "max", "minimum",
    "min", "latitude", "longitude", "speed", "distance", "time", "percent", "percentage", "share", "per", "grade", "level", "model",
    "established", "born", "top", "peak", "highest", "lowest", "net", "balance", "gdp", "seed", "round", "week", "day", "points", "pts",
};

/// Names of a row that holds what no other row does.
pub static RESTS: WordSet = word_set! {
    "other", "others", "other answers", "all others", "all other", "rest", "the rest", "remainder", "remaining", "miscellaneous",
    "no answer", "don't know", "other parties", "other items", "elsewhere",
};

/// Between what a row is named and its value, where a sentence says the one of the other.
pub static COPULAS: WordSet =
    word_set! { "is", "are", "on", "by", "until", ":", "the", "at", "ends", "falls", "due", "now" };

/// Beside a figure of several together, as a row of all that are not listed is.
pub static TOGETHER: WordSet = word_set! { "combined", "together" };

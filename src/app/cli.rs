//! What the command line accepts.

use crate::policy::Selector;
use crate::report::{CHANGE_OUTPUTS, OUTPUTS, SCHEMAS};
use crate::rules::Severity;
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;
use std::path::{Path, PathBuf};

const SHORT: &str = "Without a command the paths are checked: `crosscheck docs` is `crosscheck check docs`.";

/// A spellchecker for facts that disagree.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100, arg_required_else_help = true, after_help = SHORT)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check documents against each other, or drafts against sources
    Check(Check),
    /// Tell which facts a change adds, drops or alters
    Diff(Diff),
    /// Check documents by what `claims --format ledger` read of them, here or on other machines
    Reconcile(Reconcile),
    /// Print what was read out of each document: dates, counts, lists, names, quotations
    Claims(Claims),
    /// Print what was read of each document, block by block, before any claim is made
    Read(Read),
    /// List the checks, or print the manual of one
    Rule(Rule),
    /// Show why the places of a finding were taken to speak of the same thing
    Explain(Explain),
    /// Print the JSON Schema of a command's `--format json`, of a line of `claims --format jsonl` (or `ledger`), or of crosscheck.toml
    /// (`config`)
    Schema(Schema),
    /// Write a commented crosscheck.toml
    Init,
    /// Accept what is found today, so that only new findings count
    Baseline(Baseline),
    /// Accept what was dismissed on the page of `check --format html`: into the baseline, or as comments
    Accept(AcceptMarks),
    /// Serve an editor: the language server protocol on standard input and output
    Lsp(Conversion),
    /// Print the completions of a shell
    Completions { shell: Shell },
    /// Print the manual page, in roff
    Man,
}

/// What is checked, and against what.
#[derive(Debug, Default, Args)]
pub struct Corpus {
    /// Files of ledgers, in the place of paths.
    #[arg(skip)]
    pub from_claims: Vec<PathBuf>,
    /// Files and directories [default: the documents that crosscheck.toml names, else the working directory]
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Check the paths that this file lists, too, one a line; `-` is standard input
    #[arg(long, value_name = "FILE")]
    pub files_from: Option<PathBuf>,
    /// What the paths must agree with: facts that no source carries are findings too
    #[arg(long, value_name = "SOURCE", num_args = 1..)]
    pub against: Vec<PathBuf>,
    /// The day that counts as today, for "Thursday" and "as of" (the clock is never read)
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub reference_date: Option<Date>,
    /// The configuration [default: the crosscheck.toml here or in a folder above]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    #[command(flatten)]
    pub stdin: Stdin,
    #[command(flatten)]
    pub conversion: Conversion,
}

impl Corpus {
    /// Is standard input one of the documents?
    pub fn reads_stdin(&self) -> bool {
        self.paths.iter().chain(&self.against).any(|path| is_stdin(path))
    }
}

/// Where what is written goes.
#[derive(Debug, Args)]
pub struct Out {
    /// Write to this file in place of standard output
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Colour {
    /// When what people read is coloured (`auto`: in a terminal, unless NO_COLOR is set)
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    pub color: When,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum When {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, Default, Args)]
pub struct Conversion {
    /// Have this program convert what crosscheck does not read (.rtf, .tex, .org …): places are of the converted text
    #[arg(long, value_enum, value_name = "PROGRAM")]
    pub via: Option<Via>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Via {
    Pandoc,
}

/// `-` among the paths is standard input.
#[derive(Debug, Clone, Default, Args)]
pub struct Stdin {
    /// Read standard input (`-` as a path) as if it were this file, whose place it takes
    #[arg(long, value_name = "NAME")]
    pub stdin_name: Option<PathBuf>,
}

impl Stdin {
    /// It has a name, and no path asks for it: then it is one of them all the same.
    pub fn is_implied(&self, mut paths: impl Iterator<Item = impl AsRef<Path>>) -> bool {
        self.stdin_name.is_some() && !paths.any(|path| is_stdin(path.as_ref()))
    }
}

pub fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

#[derive(Debug, Args)]
pub struct Baseline {
    #[command(subcommand)]
    pub action: Accept,
}

#[derive(Debug, Subcommand)]
pub enum Accept {
    /// Write the file with all that is found now
    Create {
        #[command(flatten)]
        corpus: Corpus,
        #[command(flatten)]
        cache: Caching,
        /// Replace a file that is there
        #[arg(long)]
        force: bool,
    },
    /// Say what is new and what is mended; exit status 1 if there is either
    Check {
        #[command(flatten)]
        corpus: Corpus,
        #[command(flatten)]
        cache: Caching,
    },
    /// Drop what is mended and follow renamed files; accepts nothing new
    Prune {
        #[command(flatten)]
        corpus: Corpus,
        #[command(flatten)]
        cache: Caching,
    },
}

/// The documents are those that the page was written of.
#[derive(Debug, Args)]
pub struct AcceptMarks {
    /// The file that the page saved
    #[arg(value_name = "MARKS")]
    pub marks: PathBuf,
    /// Print the comments that silence each place, with the reasons, in place of writing the baseline
    #[arg(long)]
    pub inline: bool,
    #[command(flatten)]
    pub corpus: Corpus,
    #[command(flatten)]
    pub cache: Caching,
}

#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    pub corpus: Corpus,
    #[command(flatten)]
    pub reporting: Reporting,
    /// Keep a finding only if one of its places changed since this git revision
    #[arg(long, value_name = "REVISION", conflicts_with = "via")]
    pub since: Option<String>,
    #[command(flatten)]
    pub cache: Caching,
    /// Check again whenever a document, the configuration or the baseline changes, until interrupted
    #[arg(long)]
    pub watch: bool,
}

/// The documents are those whose ledgers the files hold.
#[derive(Debug, Args)]
pub struct Reconcile {
    /// What `crosscheck claims PATH... --format ledger` wrote, each of some of the documents
    #[arg(long, required = true, value_name = "FILE", num_args = 1..)]
    pub from_claims: Vec<PathBuf>,
    /// What the documents must agree with, read here
    #[arg(long, value_name = "SOURCE", num_args = 1..)]
    pub against: Vec<PathBuf>,
    /// The day that counts as today; the ledgers must have been read with the same
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub reference_date: Option<Date>,
    /// The configuration [default: the crosscheck.toml here or in a folder above]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    #[command(flatten)]
    pub conversion: Conversion,
    #[command(flatten)]
    pub reporting: Reporting,
}

/// What is told of what was found, and how.
#[derive(Debug, Args)]
pub struct Reporting {
    /// How the report is written
    #[arg(long, short, value_name = "FORMAT", value_parser = output_names(), default_value = "text")]
    pub format: String,
    /// What the report for people shows (the other formats hold all of it)
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PART", default_value = "findings")]
    pub show: Vec<Part>,
    /// Show below each finding why its places were taken to speak of the same thing
    #[arg(long)]
    pub explain: bool,
    /// Print how many findings each rule has, in place of the findings
    #[arg(long)]
    pub statistics: bool,
    /// Check by these rules or groups of rules alone
    #[arg(long, value_parser = Selector::new, value_delimiter = ',', value_name = "RULE")]
    pub select: Vec<Selector>,
    /// Leave these rules or groups of rules out
    #[arg(long, value_parser = Selector::new, value_delimiter = ',', value_name = "RULE")]
    pub ignore: Vec<Selector>,
    /// The lowest level that makes the exit status 1 [default: warning]
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub fail_on: Option<FailOn>,
    /// End with exit status 0 whatever is found (2 stays for what could not be checked)
    #[arg(long, conflicts_with = "fail_on")]
    pub exit_zero: bool,
    /// Show what the baseline accepts, too
    #[arg(long)]
    pub no_baseline: bool,
    /// Print no report; the exit status tells
    #[arg(long, short)]
    pub quiet: bool,
    #[command(flatten)]
    pub out: Out,
    #[command(flatten)]
    pub colour: Colour,
}

/// Whether a run may use what another one read and found.
#[derive(Debug, Args)]
pub struct Caching {
    /// Read and compare everything anew, and keep nothing of it
    #[arg(long, conflicts_with = "cache_dir")]
    pub no_cache: bool,
    /// Keep what is read and found in this folder [default: .crosscheck_cache beside crosscheck.toml, else in the working
    /// directory]
    #[arg(long, value_name = "FOLDER")]
    pub cache_dir: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Diff {
    /// The old version and the new one: files, folders, git revisions or REVISION:PATH of them; OLD..NEW for two
    /// revisions; with --since, what is looked at
    /// [default: the documents that crosscheck.toml names, else the working directory]
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Hold the working tree against where its branch left this git revision
    #[arg(long, visible_alias = "rev", value_name = "REVISION")]
    pub since: Option<String>,
    #[command(flatten)]
    pub conversion: Conversion,
    /// How the changes are written
    #[arg(long, short, value_name = "FORMAT", value_parser = change_output_names(), default_value = "text")]
    pub format: String,
    /// Make the exit status 1 if a fact changed
    #[arg(long)]
    pub exit_code: bool,
    #[command(flatten)]
    pub out: Out,
    #[command(flatten)]
    pub colour: Colour,
    /// The day that relative dates are counted from
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub reference_date: Option<Date>,
    /// The configuration [default: the crosscheck.toml here or in a folder above]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Claims {
    /// Files and directories
    #[arg(required_unless_present = "stdin_name", value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub stdin: Stdin,
    #[command(flatten)]
    pub conversion: Conversion,
    /// How the ledger is written
    #[arg(long, short, value_enum, default_value_t = ClaimsFormat::Table)]
    pub format: ClaimsFormat,
    #[command(flatten)]
    pub out: Out,
    /// The day that relative dates are counted from
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub reference_date: Option<Date>,
    /// The configuration by which the documents are read [default: none; of `--format ledger` that of `check`]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Read {
    /// Files and directories
    #[arg(required_unless_present = "stdin_name", value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub stdin: Stdin,
    #[command(flatten)]
    pub conversion: Conversion,
    /// How the blocks are written
    #[arg(long, short, value_enum, default_value_t = ReadFormat::Text)]
    pub format: ReadFormat,
    #[command(flatten)]
    pub out: Out,
}

#[derive(Debug, Args)]
pub struct Rule {
    /// A rule as reports name it, for example date/conflict
    pub name: Option<String>,
}

#[derive(Debug, Args)]
pub struct Explain {
    /// The id at the end of a finding, or the first characters of it
    pub id: String,
    #[command(flatten)]
    pub corpus: Corpus,
    #[command(flatten)]
    pub cache: Caching,
    #[command(flatten)]
    pub colour: Colour,
}

#[derive(Debug, Args)]
pub struct Schema {
    #[arg(value_name = "COMMAND", value_parser = PossibleValuesParser::new(schemas()))]
    pub command: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    Findings,
    Agreements,
    /// The agreements of sentences that documents share word for word, too
    Verbatim,
    Unverified,
    /// Every claim of a draft with what its sources say to it (--against)
    Claims,
    All,
}

/// The schema of the configuration, beside those of the outputs.
pub const CONFIG: &str = "config";

fn schemas() -> impl Iterator<Item = &'static str> {
    SCHEMAS.iter().map(|(name, _)| *name).chain([CONFIG])
}

fn output_names() -> PossibleValuesParser {
    PossibleValuesParser::new(OUTPUTS.iter().map(|output| PossibleValue::new(output.name).help(output.summary)))
}

fn change_output_names() -> PossibleValuesParser {
    PossibleValuesParser::new(CHANGE_OUTPUTS.iter().map(|output| PossibleValue::new(output.name).help(output.summary)))
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ClaimsFormat {
    /// For people
    Table,
    /// All that was read, and what was aligned: see `crosscheck schema claims`
    Json,
    /// One claim a line, written while the next documents are read: see `crosscheck schema claims-jsonl`
    Jsonl,
    /// One claim a line, for a spreadsheet
    Csv,
    /// All that `reconcile` needs, one document a line: see `crosscheck schema claims-ledger`
    Ledger,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ReadFormat {
    Text,
    Json,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum FailOn {
    Note,
    Warning,
    Error,
    Never,
}

impl FailOn {
    pub fn level(self) -> Option<Severity> {
        match self {
            FailOn::Note => Some(Severity::Note),
            FailOn::Warning => Some(Severity::Warning),
            FailOn::Error => Some(Severity::Error),
            FailOn::Never => None,
        }
    }
}

//! `crosscheck._native`: the engine, called from Python. What is asked for and what comes back are plain values;
//! `package/crosscheck/__init__.py` makes of them what a user sees.

mod pool;

use crosscheck::app::embed::{self, Answer, Named, Options};
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use std::path::PathBuf;

pyo3::create_exception!(crosscheck, CrosscheckError, pyo3::exceptions::PyException);

/// A document's text, held where Python has it.
#[derive(FromPyObject)]
enum Text {
    #[pyo3(annotation = "str")]
    Words(PyBackedStr),
    #[pyo3(annotation = "bytes")]
    Bytes(PyBackedBytes),
}

impl AsRef<[u8]> for Text {
    fn as_ref(&self) -> &[u8] {
        match self {
            Text::Words(words) => words.as_bytes(),
            Text::Bytes(bytes) => bytes,
        }
    }
}

/// A value, and the sentences that the command line would say on standard error.
type Told<T> = (T, Vec<String>);

#[pyfunction]
fn check_documents(
    py: Python<'_>,
    documents: Vec<Named<Text>>,
    against: Vec<Named<Text>>,
    reference_date: Option<String>,
    config: Option<PathBuf>,
) -> PyResult<Told<String>> {
    let options = Options { reference_date, config };
    done(py, || embed::check_documents(&documents, &against, &options))
}

#[pyfunction]
fn check_paths(
    py: Python<'_>,
    paths: Option<Vec<PathBuf>>,
    against: Vec<PathBuf>,
    reference_date: Option<String>,
    config: Option<PathBuf>,
) -> PyResult<Told<String>> {
    let options = Options { reference_date, config };
    done(py, || embed::check_paths(paths, against, &options))
}

#[pyfunction]
fn claims(py: Python<'_>, name: &str, text: Text, reference_date: Option<String>) -> PyResult<Told<String>> {
    let options = Options { reference_date, config: None };
    done(py, || embed::claims(name, text.as_ref(), &options))
}

#[pyfunction]
fn stories(
    py: Python<'_>,
    documents: Vec<Named<Text>>,
    reference_date: Option<String>,
    config: Option<PathBuf>,
) -> PyResult<Told<Vec<Vec<String>>>> {
    let options = Options { reference_date, config };
    done(py, || embed::stories(&documents, &options))
}

/// Does `work` on threads of our own while other threads of Python run.
fn done<T: Send>(py: Python<'_>, work: impl FnOnce() -> Result<Answer<T>, String> + Send) -> PyResult<Told<T>> {
    let outcome = pool::pool().and_then(|pool| py.detach(|| pool.install(work)));
    outcome.map(|Answer { value, said }| (value, said)).map_err(CrosscheckError::new_err)
}

#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add("CrosscheckError", module.py().get_type::<CrosscheckError>())?;
    module.add_function(wrap_pyfunction!(check_documents, module)?)?;
    module.add_function(wrap_pyfunction!(check_paths, module)?)?;
    module.add_function(wrap_pyfunction!(claims, module)?)?;
    module.add_function(wrap_pyfunction!(stories, module)?)
}

//! The threads that do the work. A process that Python forked off has none of its parent's, and would wait for them for
//! ever: each process makes its own. `RAYON_NUM_THREADS` sets how many there are.

use rayon::{ThreadPool, ThreadPoolBuilder};
use std::sync::{Arc, Mutex, PoisonError};

/// As much as the main thread of the program has.
const STACK: usize = 8 << 20;

/// The process that made the threads, and these.
static POOL: Mutex<Option<(u32, Arc<ThreadPool>)>> = Mutex::new(None);

pub fn pool() -> Result<Arc<ThreadPool>, String> {
    let own = std::process::id();
    let mut made = POOL.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((process, pool)) = made.as_ref()
        && *process == own
    {
        return Ok(pool.clone());
    }
    let pool = ThreadPoolBuilder::new().stack_size(STACK).build();
    let pool = Arc::new(pool.map_err(|error| format!("no threads can be had: {error}"))?);
    // The parent's cannot be ended from here.
    std::mem::forget(made.replace((own, pool.clone())));
    Ok(pool)
}

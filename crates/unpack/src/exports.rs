//! What the script of the single file calls.

use alloc::vec;
use alloc::vec::Vec;
use core::cell::RefCell;
use core::panic::PanicInfo;
use core::ptr;

use crate::Unpacker;

/// A kilobyte of code where the usual one has six.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Without words, and so without the code that would write them: half of the module.
#[panic_handler]
fn panic(_: &PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}

struct State {
    text: Vec<u8>,
    unpacker: Option<Unpacker>,
    module: Vec<u8>,
}

struct Global(RefCell<State>);

// SAFETY: the page runs this module in one thread.
unsafe impl Sync for Global {}

static STATE: Global = Global(RefCell::new(State { text: Vec::new(), unpacker: None, module: Vec::new() }));

/// Makes room for a text of so many bytes. The address is where to write it.
#[unsafe(no_mangle)]
pub extern "C" fn reserve(length: usize) -> *mut u8 {
    let mut state = STATE.0.borrow_mut();
    state.text = vec![0; length];
    state.text.as_mut_ptr()
}

/// Unpacks the next module of so many bytes: its address until the next call, or 0 if the text is damaged.
#[unsafe(no_mangle)]
pub extern "C" fn next(length: usize) -> *const u8 {
    let mut state = STATE.0.borrow_mut();
    if state.unpacker.is_none() {
        state.unpacker = Unpacker::new(core::mem::take(&mut state.text)).ok();
    }
    // Before the next one takes as much again.
    state.module = Vec::new();
    match state.unpacker.as_mut().and_then(|unpacker| unpacker.next(length).ok()) {
        Some(module) => {
            state.module = module;
            state.module.as_ptr()
        }
        None => ptr::null(),
    }
}

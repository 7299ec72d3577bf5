//! Requests of IndexedDB as promises.

use js_sys::{Function, Promise};
use web_sys::IdbRequest;

/// Settles as the request does.
pub(super) fn request(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve: Function, reject: Function| handle(request, &resolve, &reject))
}

/// Handlers are set as soon as there is a request, so no event is missed.
pub(super) fn handle(request: &IdbRequest, resolve: &Function, reject: &Function) {
    request.set_onsuccess(Some(resolve));
    request.set_onerror(Some(reject));
}

//! The open item beside the page: a panel on a desktop, a sheet on a tablet, a page on a phone.

use leptos::prelude::*;

use crate::state::desk;
use crate::text;
use crate::views::item::{Detail, Steps};

/// The panel; empty while no item is open.
#[component]
pub fn Panel() -> impl IntoView {
    let desk = desk();
    let content = move || {
        desk.open.get().map(|id| {
            view! {
                <aside class="panel" aria-label=text::ITEM>
                    <Steps id closes=true/>
                    <Detail id/>
                </aside>
            }
        })
    };
    view! { {content} }
}

use leptos::mount::mount_to_body;
use leptos::prelude::*;
use yaodian_plan::Plan;

fn main() {
    console_error_panic_hook::set_once();
    let title = match Plan::from_json(&bundled_text()) {
        Ok(plan) => plan.title,
        Err(error) => format!("{error:?}"),
    };
    mount_to_body(move || view! { <h1>{title}</h1> });
}

/// The plan that was written into the page at build time.
fn bundled_text() -> String {
    let element = document().get_element_by_id("plan");
    element.and_then(|element| element.text_content()).unwrap_or_default()
}

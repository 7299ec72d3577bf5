//! Reviewed additions to an imported plan.

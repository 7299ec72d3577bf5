//! How long reading and reviewing take, and the longest time between two pauses:
//! `cargo run --release -p yaodian-sheets --example times FILE…`.

use std::cell::Cell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use yaodian_pace::{Pace, Progress, at_once};
use yaodian_reading::Hints;
use yaodian_reading::formats::{self, Kind};
use yaodian_review::{Change, Edit, Review, figures, notes};

fn main() {
    for path in std::env::args().skip(1) {
        let Ok(bytes) = std::fs::read(&path) else {
            println!("{path}: no such file");
            continue;
        };
        let Ok(kind) = formats::recognise(&bytes, &path) else {
            println!("{path}: no document");
            continue;
        };
        println!("{path}");
        let document = timed("read", |pace| match kind {
            Kind::Workbook => {
                at_once(yaodian_sheets::read_in_slices(&bytes, yaodian_sheets::Hidden::LeftOut, pace))
            }
            kind => at_once(formats::read_in_slices(kind, &bytes, |_| (String::new(), 0), pace)),
        });
        let Ok(document) = document else { continue };
        let files = vec![(path, document)];
        let mut review =
            timed("understand", |pace| at_once(Review::begin_in_slices(files, Hints::default(), pace)));
        let Some(key) = review.sheet().rows.first().map(|row| row.key) else { continue };
        timed("edit", |_| review.edit(Edit::Row(key, Change::Title("另一题目".to_owned()))));
        timed("notes", |_| review.reading().map(|reading| notes::notes(review.sheet(), &reading.notes)));
        timed("figures", |_| figures::figures(review.sheet()));
        timed("undo", |_| review.undo());
        let parts: Vec<(u32, String)> = timed("write parts", |pace| {
            let parts = review.parts().into_iter();
            parts.filter_map(|no| Some((no, at_once(review.part(no)?.write(pace))?))).collect()
        });
        let steps = timed("write steps", |_| review.write_steps());
        let size: usize = parts.iter().map(|(_, text)| text.len()).sum();
        println!("  {:<12} {} and {size} bytes", "", steps.len());
        let _ = timed("open", |pace| at_once(Review::open(&steps, &parts, pace)));
        let _ = timed("finish", |_| review.finish());
    }
}

/// Does something, and says how long it took.
fn timed<T>(name: &str, work: impl FnOnce(&Pace) -> T) -> T {
    let start = Instant::now();
    let slices = Rc::new((Cell::new(start), Cell::new(Duration::ZERO), Cell::new(None::<Progress>)));
    let asked = slices.clone();
    let done = work(&Pace::new(move |progress| {
        let (last, longest, at) = &*asked;
        let now = Instant::now();
        let slice = now - last.replace(now);
        if slice > longest.get() {
            longest.set(slice);
            at.set(Some(progress));
        }
        false
    }));
    let (last, longest, at) = &*slices;
    let rest = last.get().elapsed();
    println!(
        "  {name:<12} {:>8.1} ms, longest slice {:>6.1} ms, last {:>6.1} ms {:?}",
        start.elapsed().as_secs_f64() * 1e3,
        longest.get().as_secs_f64() * 1e3,
        rest.as_secs_f64() * 1e3,
        at.get()
    );
    done
}

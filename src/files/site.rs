//! 网站包: the website with the plan that is open as the one that it ships with. The page's own files are fetched once more
//! from where it came from, and each is compared with the list of them: files of two versions would be no website.

use yaodian_office::Zip;
use yaodian_pace::{Pace, Steps};
use yaodian_page::release::{self, File, SUMS, Sum, WORKER};

use crate::browser::release::{NotFetched, fetch};
use crate::browser::{carry, dom};
use crate::chunks::Site;
use crate::desk::desk;
use crate::text;

/// The chunk.
pub fn chunk() -> Site {
    Site { make: |pace| Box::pin(made(pace)) }
}

async fn made(pace: Pace) -> Result<Vec<u8>, String> {
    let list = fetch(SUMS, true).await.map_err(|why| match why {
        NotFetched::NoServer => text::SITE_OFFLINE.to_owned(),
        NotFetched::NotThere => text::SITE_NO_LIST.to_owned(),
    })?;
    let list = std::str::from_utf8(&list).ok().and_then(release::listed);
    let list = list.ok_or_else(|| text::SITE_NO_LIST.to_owned())?;
    // Each file is fetched and packed.
    let steps = Steps::new(&pace, 2 * list.len());
    let mut files = Vec::new();
    for (name, sum) in list.into_iter().filter(|(name, _)| name != WORKER) {
        files.push(file(name, sum).await?);
        steps.next().await;
    }
    if !carry::fetch_sounds().await {
        return Err(text::SITE_OFFLINE.to_owned());
    }
    let sounds = dom::text_of(carry::PINYIN).unwrap_or_default();
    let files = release::with_plan(files, &desk().catalog().plan, &sounds);
    let mut zip = Zip::new();
    for File { name, bytes, .. } in files.ok_or_else(|| text::SITE_NO_LIST.to_owned())? {
        zip.add(&name, &bytes);
        steps.next().await;
    }
    Ok(zip.finish())
}

/// A file of the version that is on the server now.
async fn file(name: String, sum: Sum) -> Result<File, String> {
    for anew in [false, true] {
        match fetch(&name, anew).await {
            Ok(bytes) => {
                let file = File::new(name.clone(), bytes);
                if file.sum == sum {
                    return Ok(file);
                }
            }
            Err(NotFetched::NoServer) => return Err(text::SITE_OFFLINE.to_owned()),
            Err(NotFetched::NotThere) => {}
        }
    }
    Err(text::site_mixed(&name))
}

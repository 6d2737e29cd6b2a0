//! Defects that are known and not mended yet. Each stands here with its scene, so that none is
//! hidden; one that is mended makes the play fail until it is taken off the list.

use crate::picture::Picture;

/// What is wrong in many scenes: the end of their variants, and how the defect begins.
const EVERYWHERE: &[(&str, &str)] = &[];

/// A scene, the end of its variants, and how its defect begins.
const KNOWN: &[(&str, &str, &str)] = &[];

/// Fails when a picture has a defect that is not known, or lacks one that is.
pub(crate) fn compare(scene: &str, variant: &str, defects: &[String], picture: &Picture) {
    let here = |(of, end, _): &&(&str, &str, &str)| *of == scene && variant.ends_with(end);
    let known: Vec<&str> = KNOWN.iter().filter(here).map(|(_, _, begins)| *begins).collect();
    let anywhere = EVERYWHERE.iter().filter(|(end, _)| variant.ends_with(end));
    let allowed: Vec<&str> =
        anywhere.map(|(_, begins)| *begins).chain(known.iter().copied()).collect();
    let is_known = |defect: &&String| allowed.iter().any(|begins| defect.starts_with(begins));
    let fresh: Vec<&String> = defects.iter().filter(|defect| !is_known(defect)).collect();
    let mended: Vec<&&str> = known
        .iter()
        .filter(|begins| !defects.iter().any(|defect| defect.starts_with(**begins)))
        .collect();
    if std::env::var_os("KRING_DEFECTS").is_some() {
        for defect in &fresh {
            println!("DEFECT {scene}@{variant}: {defect}");
        }
        return;
    }
    let text = picture.text();
    assert!(fresh.is_empty(), "{scene}@{variant}: {fresh:#?}\n{text}");
    assert!(mended.is_empty(), "{scene}@{variant} no longer has {mended:?}");
}

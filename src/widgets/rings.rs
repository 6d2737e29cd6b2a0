//! The layout of labels on rings around a centre, and lines between them. No label covers another.

const RINGS: usize = 3;
/// The radius of each ring, in percent of the available space.
const RADIUS_PERCENT: [u16; RINGS] = [40, 70, 100];
/// The number of positions that are tried on a ring.
const STEPS: u16 = 96;
/// The golden section of [`STEPS`], which spreads any number of labels around a ring.
const GOLDEN_STEP: usize = 59;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// Its ring, from 0 for the inner one.
    pub ring: usize,
    /// Its number among all labels that could be placed, from 0. It decides the angle, so that a
    /// label that moves to another ring leaves the others where they are.
    pub nr: usize,
    /// In cells.
    pub width: u16,
}

/// The position of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The column of its first cell.
    pub x: u16,
    pub y: u16,
    /// In cells.
    pub width: u16,
}

impl Spot {
    #[must_use]
    pub fn middle(self) -> (u16, u16) {
        (self.x + self.width / 2, self.y)
    }

    /// Whether two labels overlap, or are on one row without a blank cell between them.
    #[must_use]
    pub fn touches(self, other: Self) -> bool {
        self.y == other.y && self.x < other.x + other.width + 1 && other.x < self.x + self.width + 1
    }
}

/// Places labels in an area of `width` by `height` cells: one label of width `middle` in the
/// centre, and `labels` on their rings, inner rings first. Returns the spot of the centre and, in
/// the order of `labels`, their spots; `None` for a label that does not fit.
#[must_use]
pub fn place(
    middle: u16,
    labels: &[Label],
    (width, height): (u16, u16),
) -> (Spot, Vec<Option<Spot>>) {
    let at_middle =
        Spot { x: (width.saturating_sub(middle)) / 2, y: height / 2, width: middle.min(width) };
    let mut taken = vec![at_middle];
    let mut spots = vec![None; labels.len()];
    for ring in 0..RINGS {
        let members = (0..labels.len()).filter(|nr| labels[*nr].ring.min(RINGS - 1) == ring);
        for at in members {
            let spot =
                free_spot(labels[at], preferred_step(labels[at].nr), &taken, (width, height));
            taken.extend(spot);
            spots[at] = spot;
        }
    }
    (at_middle, spots)
}

/// The preferred position on a ring of a label with this number.
fn preferred_step(nr: usize) -> u16 {
    u16::try_from(nr * GOLDEN_STEP % usize::from(STEPS)).unwrap_or(0)
}

/// The free spot on the ring that is nearest to the preferred position, else any free spot.
fn free_spot(label: Label, preferred: u16, taken: &[Spot], size: (u16, u16)) -> Option<Spot> {
    let free = |spot: &Spot| !taken.iter().any(|other| spot.touches(*other));
    let around = (0..=STEPS / 2)
        .flat_map(|away| [(preferred + away) % STEPS, (preferred + STEPS - away) % STEPS]);
    let on_ring = around.map(|step| on_ring(label, step, size)).find(free);
    on_ring.or_else(|| all_spots(label, size).find(free))
}

/// The spot at a position on the ring of a label, clipped to the area.
fn on_ring(label: Label, step: u16, (width, height): (u16, u16)) -> Spot {
    let radius = f64::from(RADIUS_PERCENT.get(label.ring).copied().unwrap_or(100)) / 100.0;
    let angle = f64::from(step) / f64::from(STEPS) * std::f64::consts::TAU;
    let across = f64::from(width.saturating_sub(label.width)) / 2.0;
    let down = f64::from(height.saturating_sub(1)) / 2.0;
    let x = across + across * radius * angle.sin();
    let y = f64::from(height / 2) - down * radius * angle.cos();
    let most = (width.saturating_sub(label.width), height.saturating_sub(1));
    Spot { x: cell(x, most.0), y: cell(y, most.1), width: label.width.min(width) }
}

/// Rounds to a number of cells from 0 to `most`.
fn cell(number: f64, most: u16) -> u16 {
    let rounded = number.round().clamp(0.0, f64::from(most));
    (0..=most).find(|cell| f64::from(*cell) >= rounded).unwrap_or(most)
}

/// The cells of the dotted outline of a ring.
#[must_use]
pub fn outline(ring: usize, size: (u16, u16)) -> Vec<(u16, u16)> {
    let dot = Label { ring, nr: 0, width: 1 };
    let mut cells: Vec<(u16, u16)> =
        (0..STEPS).step_by(2).map(|step| on_ring(dot, step, size)).map(|it| (it.x, it.y)).collect();
    cells.dedup();
    cells
}

fn all_spots(label: Label, (width, height): (u16, u16)) -> impl Iterator<Item = Spot> {
    let last = width.saturating_sub(label.width);
    let width = label.width.min(width);
    (0..height).flat_map(move |y| (0..=last).map(move |x| Spot { x, y, width }))
}

/// The cells of a line between two cells, without its ends.
#[must_use]
pub fn line(from: (u16, u16), to: (u16, u16)) -> Vec<(u16, u16)> {
    let steps = from.0.abs_diff(to.0).max(from.1.abs_diff(to.1));
    let between = |a: u16, b: u16, step: u16| {
        let part = u32::from(a.abs_diff(b)) * u32::from(step) * 2 + u32::from(steps);
        let moved = u16::try_from(part / (u32::from(steps) * 2)).unwrap_or(0);
        if b >= a { a + moved } else { a - moved }
    };
    (1..steps).map(|step| (between(from.0, to.0, step), between(from.1, to.1, step))).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_label_lies_over_another(
            labels in prop::collection::vec((0usize..3, 3u16..9), 0..26),
            width in 48u16..120,
            height in 15u16..40,
        ) {
            let labels: Vec<Label> = (0..)
                .zip(labels)
                .map(|(nr, (ring, width))| Label { ring, nr, width })
                .collect();
            let (middle, spots) = place(8, &labels, (width, height));
            let mut all = vec![middle];
            for spot in spots {
                let spot = spot.expect("25 names fit");
                prop_assert!(spot.x + spot.width <= width && spot.y < height, "{:?}", spot);
                prop_assert!(!all.iter().any(|other| other.touches(spot)), "{:?}", spot);
                all.push(spot);
            }
        }

        #[test]
        fn a_line_goes_from_cell_to_cell(a in (0u16..60, 0u16..30), b in (0u16..60, 0u16..30)) {
            let mut last = a;
            for next in line(a, b).into_iter().chain((a != b).then_some(b)) {
                prop_assert!(last.0.abs_diff(next.0) <= 1 && last.1.abs_diff(next.1) <= 1);
                last = next;
            }
        }
    }
}

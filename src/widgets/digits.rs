//! Large digits of full blocks, readable from across a room.

/// Height of a digit in cells.
const HEIGHT: usize = 5;

const BLOCK: char = '█';

/// The digits in five by five cells; `#` is a block.
const DIGITS: [[&str; HEIGHT]; 10] = [
    ["#####", "#   #", "#   #", "#   #", "#####"],
    ["  ## ", "   # ", "   # ", "   # ", "   # "],
    ["#####", "    #", "#####", "#    ", "#####"],
    ["#####", "    #", "#####", "    #", "#####"],
    ["#   #", "#   #", "#####", "    #", "    #"],
    ["#####", "#    ", "#####", "    #", "#####"],
    ["#####", "#    ", "#####", "#   #", "#####"],
    ["#####", "    #", "    #", "    #", "    #"],
    ["#####", "#   #", "#####", "#   #", "#####"],
    ["#####", "#   #", "#####", "    #", "#####"],
];

/// A number as rows of blocks. Each cell is `scale` characters wide and `scale / 2` rows high, at
/// least one.
#[must_use]
pub fn rows(number: u64, scale: usize) -> Vec<String> {
    let digits: Vec<usize> =
        number.to_string().chars().filter_map(|c| Some(c.to_digit(10)? as usize)).collect();
    let tall = (scale / 2).max(1);
    (0..HEIGHT)
        .flat_map(|row| {
            let line = digits
                .iter()
                .filter_map(|digit| DIGITS.get(*digit)?.get(row))
                .map(|cells| widened(cells, scale))
                .collect::<Vec<_>>()
                .join(&" ".repeat(scale * 2));
            std::iter::repeat_n(line, tall)
        })
        .collect()
}

fn widened(cells: &str, scale: usize) -> String {
    cells
        .chars()
        .flat_map(|cell| std::iter::repeat_n(if cell == '#' { BLOCK } else { ' ' }, scale))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_digit_fills_its_field() {
        for digit in DIGITS {
            assert!(digit.iter().all(|row| row.len() == 5));
        }
        assert_eq!(rows(23, 2).len(), HEIGHT);
        assert_eq!(rows(23, 2)[0], "██████████    ██████████");
    }
}

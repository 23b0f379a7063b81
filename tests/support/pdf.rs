//! PDFs of our own, byte for byte.

/// One line of a page: its place from the left and from the bottom, its size, its words.
pub type Line = (u32, u32, u32, String);

/// The characters of Windows-1252 that are not where Unicode has them, as far as texts here hold them.
const PLACES: [(char, u8); 9] = [
    ('€', 0x80),
    ('…', 0x85),
    ('‘', 0x91),
    ('’', 0x92),
    ('“', 0x93),
    ('”', 0x94),
    ('•', 0x95),
    ('–', 0x96),
    ('—', 0x97),
];

/// Words as a PDF string holds them.
fn string(words: &str) -> String {
    let byte = |c: char| PLACES.iter().find(|(place, _)| *place == c).map_or(c as u32, |(_, byte)| u32::from(*byte));
    let mut string = String::new();
    for c in words.chars() {
        match c {
            '(' | ')' | '\\' => string.extend(['\\', c]),
            ' '..='~' => string.push(c),
            c => {
                assert!(byte(c) < 256, "{c} has no place");
                string.push_str(&format!("\\{:03o}", byte(c)));
            }
        }
    }
    string
}

/// A PDF of these pages, with `more` entries in its trailer.
pub fn write(pages: &[Vec<Line>], more: &str) -> Vec<u8> {
    let first = 5;
    let kids: Vec<String> = (0..pages.len()).map(|i| format!("{} 0 R", first + 2 * i)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        "<< /Title (The ferry\\220s notice) /CreationDate (D:20250301090000Z) >>".to_owned(),
    ];
    for (i, lines) in pages.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents {} 0 R >>",
            first + 2 * i + 1
        ));
        let show = |(x, y, size, words): &Line| format!("BT /F {size} Tf {x} {y} Td ({}) Tj ET\n", string(words));
        // A colour that no dictionary names must not matter.
        let content = format!("/Odd cs 1 scn\n{}", lines.iter().map(show).collect::<String>());
        objects.push(format!("<< /Length {} >>\nstream\n{content}endstream", content.len()));
    }
    let mut file = "%PDF-1.4\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (i, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", i + 1));
    }
    let trailer = format!("trailer\n<< /Size {} /Root 1 0 R /Info 4 0 R {more} >>\n", objects.len() + 1);
    format!("{file}{table}{trailer}startxref\n{}\n%%EOF\n", file.len()).into_bytes()
}

//! Characters that nobody can tell from others, and characters that nobody sees.
//!
//! Texts copied from PDFs hold radicals (⼈, U+2F08) and compatibility ideographs in place of the usual characters, and
//! those from web pages hold soft hyphens and joiners. Whoever compares texts folds these alone: a whole NFKC would also
//! turn （） into ().

use std::borrow::Cow;

/// The text with the usual characters for their look-alikes, and without what nobody sees.
pub fn fold(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| is_invisible(c) || usual(c) != c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|c| !is_invisible(*c)).map(usual).collect())
}

/// The usual character for one that looks like it; itself for all others.
pub fn usual(c: char) -> char {
    match c {
        // A circle for a zero: 二○二三年.
        '○' | '◯' => '〇',
        // Letters of pinyin as school books print them.
        'ɑ' => 'a',
        'ɡ' => 'g',
        // A hyphen at which no line breaks.
        '\u{2011}' => '-',
        c => usual_ideograph(c),
    }
}

/// The same for radicals and for compatibility ideographs of the basic plane alone.
pub fn usual_ideograph(c: char) -> char {
    match c {
        '\u{2e80}'..='\u{2ef3}' => {
            let mut pairs = RADICALS.chars();
            while let (Some(radical), Some(usual)) = (pairs.next(), pairs.next()) {
                if radical == c {
                    return usual;
                }
            }
            c
        }
        '\u{2f00}'..='\u{2fd5}' => from_table(KANGXI, '\u{2f00}', c),
        '\u{f900}'..='\u{faff}' => from_table(COMPATIBILITY, '\u{f900}', c),
        c => c,
    }
}

/// The character for `c` in a table of the usual ones for code points from `first` on; `c` where the table has none.
pub fn from_table(table: &str, first: char, c: char) -> char {
    let at = u32::from(c).checked_sub(u32::from(first));
    at.and_then(|at| table.chars().nth(at as usize)).unwrap_or(c)
}

/// Whether no reader sees a character: control characters, soft hyphens, joiners, fillers, marks of direction and of
/// variants. White space is seen.
pub fn is_invisible(c: char) -> bool {
    match c {
        c if c.is_ascii() => c.is_ascii_control() && !c.is_ascii_whitespace() && c != '\u{b}',
        '\u{80}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' => true,
        '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' => true,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' => true,
        '\u{e0000}'..='\u{e0fff}' => true,
        _ => false,
    }
}

/// Radicals of the supplement (U+2E80 to U+2EF3) that look like a whole character, and that character.
const RADICALS: &str = "\
    ⺎兀⺒巳⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马\
    ⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟";

/// The usual characters for U+2F00 to U+2FD5.
const KANGXI: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工\
    己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉\
    瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行\
    衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯\
    鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// The same for U+F900 to U+FAFF; a character that stands for itself where there is none.
const COMPATIBILITY: &str = "\
    豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞\
    擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧\
    怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐\
    戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂\
    燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘\
    藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀﨎﨏塚﨑晴﨓﨔凞猪益礼神祥福靖精羽﨟\
    蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐\
    祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵𤋮舘﩮﩯並况全侀充冀勇勺喝啕喙嗢塚墳奄奔\
    婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛\
    練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎﫚﫛﫜﫝﫞﫟\
    﫠﫡﫢﫣﫤﫥﫦﫧﫨﫩﫪﫫﫬﫭﫮﫯﫰﫱﫲﫳﫴﫵﫶﫷﫸﫹﫺﫻﫼﫽﫾﫿";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alikes_become_the_usual_characters() {
        assert_eq!(fold("⼈⼤常委会⼯作"), "人大常委会工作");
        assert_eq!(fold("⻓春 ⻛⻋ \u{f9c4} 二○二三年 ɡɑn"), "长春 风车 龍 二〇二三年 gan");
        assert_eq!(('\u{2f00}'..='\u{2fd5}').map(usual).collect::<String>(), KANGXI);
        assert_eq!(('\u{f900}'..='\u{faff}').map(usual).collect::<String>(), COMPATIBILITY);
    }

    #[test]
    fn invisible_characters_go_and_all_others_stay() {
        assert_eq!(fold("人\u{ad}大\u{200b}常\u{2060}委\u{feff}会\u{202e}\u{fe0f}\u{0}"), "人大常委会");
        for text in ["（一）１．ＡＢ：；“”－～", "①㈠㎡", "a b\tc\nd\u{3000}\u{a0}\u{85}"]
        {
            assert!(matches!(fold(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }
}

//! Why a file is not read, and what its owner can do about it.

use std::fmt;

use super::archive::ArchiveError;
use super::xml::Malformed;

/// A file that is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatError {
    pub kind: ErrorKind,
    /// What is said on the screen, in Chinese: what the file is, and the remedy.
    pub message: String,
}

/// What is the matter with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ErrorKind {
    /// No bytes at all.
    Empty,
    /// Nothing to read in it.
    NoText,
    /// More than 20 MB.
    TooLarge,
    /// It inflates past what any document needs.
    TooBig,
    /// A zip file without its end.
    Incomplete,
    /// A part is not what it should be.
    Damaged,
    /// Word 97–2003, or WPS.
    OldWord,
    /// PowerPoint, OpenDocument, binary Excel and other office files.
    OtherOffice,
    /// Encrypted with a password.
    Password,
    /// A PDF with text in it.
    Pdf,
    /// A PDF of pictures.
    Scan,
    /// A picture.
    Picture,
    /// A Word file in which there are only pictures.
    PicturesOnly,
    /// A Word file whose text is in an embedded file.
    Embedded,
    /// A web page that was stored under a Word file's name.
    NotWord,
    /// A page that asks for a password.
    LoginPage,
    /// A web archive (.mht).
    WebArchive,
    /// Rich text.
    Rtf,
    /// An archive with files in it.
    Archive,
    /// An official layout file (.ofd).
    Ofd,
    /// A text that is none.
    Unknown,
}

impl ErrorKind {
    /// What is said on the screen, in Chinese.
    pub fn wording(self) -> &'static str {
        match self {
            ErrorKind::Empty => "这个文件是空的（0 字节），可能没有拷贝完。请重新拷贝或重新下载。",
            ErrorKind::NoText => "这个文件里没有文字，没有可以导入的内容。请确认选对了文件。",
            ErrorKind::TooLarge => {
                "这个文件太大（超过 20 MB），没有读。请在 Word 里新建文档，只把计划的文字和表格复制过去，另存后再导入。"
            }
            ErrorKind::TooBig => {
                "这个文件展开后太大（超过上限），不像工作要点，没有读。请确认文件来源；确实是计划的，请在 Word 里新建文档，把内容复制过去另存后再导入。"
            }
            ErrorKind::Incomplete => {
                "这个文件不完整（可能没有下载完或没有拷贝完），打不开。请重新下载或重新拷贝一份再试。"
            }
            ErrorKind::Damaged => {
                "这个文件已损坏或不完整，打不开。请重新下载或重新拷贝一份；仍不行的，请在 Word 或 WPS 里打开，另存为 .docx 再导入。"
            }
            ErrorKind::OldWord => {
                "这是旧版 Word 文件（.doc）或 WPS 文件（.wps），读不了。请在 Word 或 WPS 里打开，另存为 .docx，再导入；也可以全选、复制，粘贴到这里。"
            }
            ErrorKind::OtherOffice => {
                "这种办公文件读不了。文字文件请在 Word 或 WPS 里打开，另存为 .docx；表格请另存为 .xlsx，再导入；也可以全选、复制，粘贴到这里。"
            }
            ErrorKind::Password => {
                "这个文件设有打开密码，读不了。请在 Word 或 WPS 里用密码打开，去掉密码（文件—信息—保护文档）后另存一份，再导入。"
            }
            ErrorKind::Pdf => {
                "这是 PDF 文件，不能直接读。请找 Word 原稿导入；没有原稿的，在 PDF 阅读器里全选、复制文字，粘贴到这里，核对后再启用。"
            }
            ErrorKind::Scan => {
                "这个 PDF 里没有文字，是扫描或拍照的图片，读不了。请找 Word 原稿导入；没有原稿的，先用文字识别（WPS、扫描软件的“转为 Word”）转成 Word，核对后再导入。"
            }
            ErrorKind::Picture => {
                "这是图片，图片里的文字读不了。请找 Word 原稿导入；没有原稿的，先用文字识别转成 Word，核对后再导入。"
            }
            ErrorKind::PicturesOnly => {
                "这个 Word 文件里只有图片，没有文字，读不了。请找有文字的原稿导入；没有原稿的，先用文字识别转成 Word，核对后再导入。"
            }
            ErrorKind::Embedded => {
                "这个 Word 文件的正文是嵌在里面的另一个文件，读不了。请在 Word 或 WPS 里打开，另存为 .docx，再导入；也可以全选、复制，粘贴到这里。"
            }
            ErrorKind::NotWord => {
                "这个文件的扩展名是 Word 的，内容却不是 Word 文件（像是网页，多半是办公系统登录超时，下载到的是登录页）。请重新登录系统，再下载一次。"
            }
            ErrorKind::LoginPage => {
                "这是一个登录页，不是 Word 文件，也不是计划（多半是办公系统登录超时）。请重新登录系统，再下载一次。"
            }
            ErrorKind::WebArchive => {
                "这是单个文件网页（.mht），读不了。请在 Word 或 WPS 里打开，另存为 .docx，再导入；也可以在浏览器里打开，全选、复制，粘贴到这里。"
            }
            ErrorKind::Rtf => {
                "这是 RTF 文件，读不了。请在 Word 或 WPS 里打开，另存为 .docx，再导入；也可以全选、复制，粘贴到这里。"
            }
            ErrorKind::Archive => "这是压缩包，读不了。请先解压，再把里面的 Word 文件拖进来。",
            ErrorKind::Ofd => {
                "这是 OFD 版式文件，读不了。请找 Word 原稿导入；没有原稿的，在阅读器里全选、复制文字，粘贴到这里，核对后再启用。"
            }
            ErrorKind::Unknown => {
                "认不出这个文件，不像 Word、Excel、网页或文字文件。请在原来的软件里打开，另存为 .docx 再导入；也可以全选、复制，粘贴到这里。"
            }
        }
    }
}

impl From<ErrorKind> for FormatError {
    fn from(kind: ErrorKind) -> Self {
        Self { kind, message: kind.wording().to_owned() }
    }
}

impl From<ArchiveError> for FormatError {
    fn from(error: ArchiveError) -> Self {
        let kind = match error {
            ArchiveError::Cut => ErrorKind::Incomplete,
            ArchiveError::Damaged => ErrorKind::Damaged,
            ArchiveError::TooLarge => ErrorKind::TooBig,
            ArchiveError::Encrypted => ErrorKind::Password,
        };
        kind.into()
    }
}

impl From<Malformed> for FormatError {
    fn from(_: Malformed) -> Self {
        ErrorKind::Damaged.into()
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for FormatError {}

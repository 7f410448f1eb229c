using System.Text;
using Bot.Corpus;

namespace Bot.Tests.Corpus;

public class TextDecoderTests
{
    private const string Text = "Переговори завершилися в Женеві, повідомив речник. Це було вчора.\n";

    static TextDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, bool> Encodings => new() { { "utf-8", false }, { "utf-8", true }, { "utf-16", true }, { "utf-16", false }, { "utf-16BE", true }, { "utf-16BE", false }, { "windows-1251", false } };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_usual_encodings_are_read_alike(string name, bool withMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)];

        Assert.Equal(Text, TextDecoder.Decode(bytes));
    }

    [Fact]
    public void Line_ends_come_out_alike() => Assert.Equal("a\nb\nc", TextDecoder.Decode("a\r\nb\rc"u8.ToArray()));

    [Theory]
    [InlineData("iso-8859-7")]
    [InlineData("shift_jis")]
    public void An_encoding_that_is_none_of_these_is_refused(string name)
    {
        var text = name == "shift_jis" ? "これは日本語の文章です。交渉は終わりました。" : "Οι διαπραγματεύσεις τελείωσαν χθες στη Γενεύη.";

        var fault = Assert.Throws<DocumentException>(() => TextDecoder.Decode(Encoding.GetEncoding(name).GetBytes(text)));

        Assert.Contains("UTF-8", fault.Message);
    }

    [Fact]
    public void Binary_is_refused()
    {
        var png = new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 1, 2, 3 };

        Assert.Throws<DocumentException>(() => TextDecoder.Decode(png));
    }
}

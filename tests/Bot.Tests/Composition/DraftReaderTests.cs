using Bot.Composition;

namespace Bot.Tests.Composition;

public class DraftReaderTests
{
    private const string Draft = """{"status":"answered","statements":[{"text":"Так, «два».","speaker":"Torvek","citations":[{"passage":"p1","quote":"Two {\"}] fell."}]},{"text":"😀","speaker":null,"citations":[]}]}""";

    private static (List<WrittenStatement> Statements, DraftReader Reader) Read(string written, int pieceLength = int.MaxValue)
    {
        var reader = new DraftReader();
        var statements = new List<WrittenStatement>();
        for (var at = 0; at < written.Length; at += Math.Min(pieceLength, written.Length)) statements.AddRange(reader.Read(written.Substring(at, Math.Min(pieceLength, written.Length - at))));
        return (statements, reader);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(10_000)]
    public void However_it_is_cut_into_pieces_the_statements_are_the_same(int pieceLength)
    {
        var (statements, reader) = Read(Draft, pieceLength);

        Assert.Equal("answered", reader.Status);
        Assert.Equal(["Так, «два».", "😀"], statements.Select(statement => statement.Text));
        Assert.Equal(["Torvek", null], statements.Select(statement => statement.Speaker));
        Assert.Equal(("p1", "Two {\"}] fell."), Assert.Single(statements[0].Citations));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10_000)]
    public void What_the_model_thinks_before_it_writes_is_no_draft(int pieceLength)
    {
        var (statements, reader) = Read("<think>They want {\"status\": this} or {that}.</think>\n" + Draft, pieceLength);

        Assert.Equal("answered", reader.Status);
        Assert.Equal(2, statements.Count);
    }

    [Fact]
    public void It_is_known_where_a_draft_ends()
    {
        var reader = new DraftReader();

        reader.Read(Draft[..^1]);
        Assert.False(reader.IsComplete);
        reader.Read(Draft[^1..]);
        Assert.True(reader.IsComplete);
        reader.Read("\nAnd another thing: } {");
        Assert.True(reader.IsComplete);
    }

    [Fact]
    public void A_statement_is_given_as_soon_as_it_is_written()
    {
        var reader = new DraftReader();

        Assert.Empty(reader.Read("""{"status":"answered","statements":[{"text":"Yes.","citations":[]"""));
        Assert.Equal("Yes.", Assert.Single(reader.Read("}")).Text);
        Assert.Empty(reader.Read(",{\"te"));
    }

    [Theory]
    [InlineData("```json\n{0}\n```")]
    [InlineData("Here is the answer:\n{0}\nI hope this helps.")]
    [InlineData("\uFEFF{0}")]
    public void Words_and_fences_around_it_are_forgiven(string around) => Assert.Equal(2, Read(around.Replace("{0}", Draft, StringComparison.Ordinal), 5).Statements.Count);

    [Fact]
    public void A_comma_too_many_is_forgiven() =>
        Assert.Single(Read("""{"status":"answered","statements":[{"text":"Yes.","speaker":null,"citations":[],},],}""").Statements);

    [Fact]
    public void A_cut_off_end_costs_the_last_statement_only()
    {
        var (statements, reader) = Read(Draft[..^20]);

        Assert.Single(statements);
        Assert.False(reader.IsBroken);
    }

    [Theory]
    [InlineData("The bridge fell.")]
    [InlineData("")]
    public void What_holds_no_draft_gives_none(string written)
    {
        var (statements, reader) = Read(written);

        Assert.Empty(statements);
        Assert.Null(reader.Status);
    }

    [Theory]
    [InlineData("""{"status":"answered","statements":"none"}""")]
    [InlineData("""{"status":"answered","statements":[{"txt":"Yes."}]}""")]
    [InlineData("""{"status":"answered","statements":[42]}""")]
    [InlineData("""{"status":7}""")]
    [InlineData("{broken}")]
    public void What_is_no_draft_is_broken(string written) => Assert.True(Read(written).Reader.IsBroken);
}

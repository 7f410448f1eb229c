using Bot.Citations;
using Bot.Conversations;
using Bot.Corpus;

namespace Bot.Presentation;

/// <summary>An answer in reading order, the same on every screen: the bot's own words, then what the sources say under the name of who says it.</summary>
/// <param name="Opening">The bot's own words before the quotes, a paragraph each.</param>
/// <param name="Dating">How old an answer is: as of the newest of its sources, or undated; null where nothing is answered.</param>
public sealed record AnswerLayout(IReadOnlyList<string> Opening, IReadOnlyList<Voice> Voices, string? Dating)
{
    internal static AnswerLayout Of(CheckedAnswer answer, Texts texts)
    {
        string[] opening =
        [
            .. answer.Notice is { } notice ? [texts[notice, answer.Language]] : Array.Empty<string>(),
            .. answer.Nearest.Count > 0 ? [texts["nearest", answer.Language]] : Array.Empty<string>(),
            .. answer.Positions.Count > 0 ? [texts["positions", answer.Language]] : Array.Empty<string>(),
        ];
        if (answer.Nearest.Count > 0) return new AnswerLayout(opening, [new Voice(null, IsPosition: false, [.. answer.Nearest.Select(citation => new Quote(citation.Quote, [citation]))])], null);
        // Among what people said, what the source says itself must not seem to be theirs.
        var unnamed = answer.Statements.Any(statement => statement.Speaker is not null) ? texts["source-itself", answer.Language] : null;
        var inPositions = answer.Positions.SelectMany(position => position.Statements).ToHashSet();
        var positions = answer.Positions.Select(position => new Voice(position.Speaker, IsPosition: true, [.. position.Statements.Select(index => QuoteOf(answer.Statements[index]))]));
        return new AnswerLayout(opening, [.. positions, .. InARow(answer.Statements.Where((_, index) => !inPositions.Contains(index)))], DatingOf(answer, texts));

        List<Voice> InARow(IEnumerable<Statement> statements)
        {
            var voices = new List<Voice>();
            foreach (var statement in statements)
            {
                var name = statement.Speaker ?? unnamed;
                if (voices is [.., var last] && last.Name == name) voices[^1] = last with { Quotes = [.. last.Quotes, QuoteOf(statement)] };
                else voices.Add(new Voice(name, IsPosition: false, [QuoteOf(statement)]));
            }
            return voices;
        }

        Quote QuoteOf(Statement statement) => new(statement.Text, [.. statement.Citations.Select(index => answer.Citations[index])]);
    }

    private static string? DatingOf(CheckedAnswer answer, Texts texts) => answer switch
    {
        { Status: not AnswerStatus.Answered } => null,
        { AsOf: { } newest } => texts.Fill("as-of", answer.Language, ("date", SourceLine.Written(newest))),
        _ => texts["undated", answer.Language],
    };
}

/// <summary>What one speaker, or the source itself, says in a row.</summary>
/// <param name="Name">Null where the answer names nobody.</param>
/// <param name="IsPosition">Another voice of the answer contradicts it.</param>
public sealed record Voice(string? Name, bool IsPosition, IReadOnlyList<Quote> Quotes);

/// <param name="Citations">What it rests on; at least one.</param>
public sealed record Quote(string Text, IReadOnlyList<Citation> Citations)
{
    /// <summary>It is the source's words; else it tells them in others, and they are shown with it.</summary>
    public bool IsVerbatim => Citations.Any(citation => citation.Quote == Text);
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace ModelApi.Simulator;

/// <summary>
/// Scripts of a model that answers in JSON from the passages in the user's last message, which stand there one a line as
/// <c>{"id":…,"title":…,"text":…}</c>: an honest one, and those that start honest and break one rule each.
/// </summary>
public static partial class AnswersFromPassages
{
    /// <summary>The first sentence of the first passage, with itself as the quote.</summary>
    public static TextReply Honest(ChatRequest request) => Changed(request, honest => honest);

    public static TextReply NotInSources() => ModelReply.Text("""{"status":"notInSources","statements":[]}""");

    /// <summary>The last digit of the statement's first number is another one; a number is put in where there is none.</summary>
    public static TextReply WrongNumber(ChatRequest request) => Changed(request, honest => honest with
    {
        Text = LastDigit().IsMatch(honest.Text) ? LastDigit().Replace(honest.Text, digit => $"{(digit.Value[0] - '0' + 1) % 10}", 1) : $"{honest.Text} This happened 17 times.",
    });

    /// <summary>The quote begins as the source does and goes on with words that are nowhere in it.</summary>
    public static TextReply InventedQuote(ChatRequest request) => Changed(request, honest => honest with { Quote = $"{honest.Quote} Nobody has ever denied this." });

    public static TextReply InventedPassage(ChatRequest request) => Changed(request, honest => honest with { Passage = "p999" });

    /// <summary>The first sentence that says "X said that Y", told as "Y" with the sentence as its quote; honest where no sentence does.</summary>
    public static TextReply ClaimAsFact(ChatRequest request)
    {
        foreach (var passage in Passages(request))
        {
            if (Sentence().Matches(passage.Text).Select(sentence => sentence.Value).FirstOrDefault(Reported().IsMatch) is not { } claim) continue;
            var said = Reported().Match(claim).Groups["said"].Value;
            return Answer(new Statement($"{char.ToUpperInvariant(said[0])}{said[1..]}", passage.Id, claim));
        }
        return Honest(request);
    }

    /// <summary>The statement is in Ukrainian where the source is in Latin letters, else in English; the quote is the source's.</summary>
    public static TextReply OtherLanguage(ChatRequest request) => Changed(request, honest => honest with
    {
        Text = Cyrillic().IsMatch(honest.Text) ? "That is what the document says about it." : "Саме так про це сказано в документі.",
    });

    /// <summary>A script that says what somebody told it to in a passage or a question, with an honest quote.</summary>
    public static Func<ChatRequest, ModelReply> ObeysInjection(string text) => request => Changed(request, honest => honest with { Text = text });

    /// <summary>Honest, in a fence of Markdown and with a comma too many.</summary>
    public static TextReply Fenced(ChatRequest request) => ModelReply.Text($"```json\n{Honest(request).Content[..^1]},}}\n```");

    /// <summary>The honest statement without any JSON.</summary>
    public static TextReply Prose(ChatRequest request) => ModelReply.Text(First(request)?.Text ?? "The passages do not say.");

    private static TextReply Changed(ChatRequest request, Func<Statement, Statement> change) => First(request) is { } honest ? Answer(change(honest)) : NotInSources();

    private static TextReply Answer(Statement statement)
    {
        var citations = new[] { new { passage = statement.Passage, quote = statement.Quote } };
        return ModelReply.Text(WireJson.Write(new { status = "answered", statements = new[] { new { text = statement.Text, speaker = (string?)null, citations } } }));
    }

    private static Statement? First(ChatRequest request)
    {
        if (Passages(request).FirstOrDefault() is not { } passage) return null;
        var sentence = Sentence().Match(passage.Text).Value;
        return new Statement(sentence, passage.Id, sentence);
    }

    private static IEnumerable<Passage> Passages(ChatRequest request)
    {
        foreach (var line in request.LastUserMessage.Split('\n', StringSplitOptions.TrimEntries))
        {
            if (line.StartsWith("""{"id":""", StringComparison.Ordinal) && Read(line) is { Text.Length: > 0 } passage) yield return passage;
        }
    }

    private static Passage? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Passage>(line, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\S.*?(?:(?<!\b(?:\p{Lu}|Mr|Mrs|Ms|Dr))[.!?…]+[""”»)]*(?=\s+\p{P}?\p{Lu})|\s*$)", RegexOptions.Singleline)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\d(?!\d)")]
    private static partial Regex LastDigit();

    [GeneratedRegex(@"\b(?:said|says|claimed|claims|stated|insisted|argued|заявив|заявила|сказав|сказала|заявил|сказал)(?:[^.,;]{0,30}? that|, що|, что) (?<said>.{10,})", RegexOptions.Singleline)]
    private static partial Regex Reported();

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex Cyrillic();

    /// <summary>A statement with its one citation.</summary>
    private sealed record Statement(string Text, string Passage, string Quote);
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Citations;
using Bot.Corpus;
using Bot.Presentation;
using Bot.Web.Layout;
using Bot.Web.Serving;

namespace Bot.Web.Chat;

/// <summary>A turn as the parts that are sent one after the other; together they are what <see cref="ChatTurnView"/> shows at once.</summary>
internal sealed class TurnParts(ChatTurn turn, PageWords words, CorpusSnapshot corpus, Pages pages)
{
    /// <summary>What stands of an answer while the rest is composed.</summary>
    public static async Task<TurnPart> SoFarAsync(CheckedAnswer answer, PageWords words, CorpusSnapshot corpus, Pages pages)
    {
        var voices = new StringBuilder();
        foreach (var voice in AnswerLayout.Of(answer, words.Texts).Voices)
            voices.Append(await pages.RenderAsync<VoiceView>((nameof(VoiceView.Words), words), (nameof(VoiceView.Voice), voice), (nameof(VoiceView.Answer), answer), (nameof(VoiceView.Corpus), corpus)));
        return new TurnPart(TurnPart.SoFar, voices.ToString());
    }

    public async IAsyncEnumerable<TurnPart> RenderAsync()
    {
        var layout = AnswerLayout.Of(turn.Answer, words.Texts);
        yield return new TurnPart(TurnPart.Beginning, await pages.RenderAsync<ChatTurnView>(
            (nameof(ChatTurnView.Words), words), (nameof(ChatTurnView.Turn), turn), (nameof(ChatTurnView.Corpus), corpus), (nameof(ChatTurnView.IsBeginning), true)));
        foreach (var voice in layout.Voices)
        {
            yield return new TurnPart(TurnPart.Voice, await pages.RenderAsync<VoiceView>(
                (nameof(VoiceView.Words), words), (nameof(VoiceView.Voice), voice), (nameof(VoiceView.Answer), turn.Answer), (nameof(VoiceView.Corpus), corpus)));
        }
        yield return new TurnPart(TurnPart.End, await pages.RenderAsync<AnswerFooter>((nameof(AnswerFooter.Words), words), (nameof(AnswerFooter.Turn), turn)));
    }
}

/// <summary>One line of the stream.</summary>
/// <param name="Part">What stands of it so far, while the model composes it; then the beginning of the turn, one voice of its answer, or the end; with the end it is whole.</param>
internal sealed record TurnPart(string Part, string Html)
{
    public const string SoFar = "so-far";
    public const string Beginning = "beginning";
    public const string Voice = "voice";
    public const string End = "end";

    /// <summary>As JSON, letters of every alphabet as they are.</summary>
    public string ToLine() => JsonSerializer.Serialize(this, TurnPartJsonContext.Readable.TurnPart);
}

[JsonSerializable(typeof(TurnPart))]
internal sealed partial class TurnPartJsonContext : JsonSerializerContext
{
    public static TurnPartJsonContext Readable { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

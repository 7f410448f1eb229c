using Bot.Conversations;
using Bot.Linguistics;
using Bot.Operations;
using Bot.Telegram;

namespace Bot.Receiving;

/// <summary>
/// At start: tells Telegram what to show of the bot to people of each language. Telegram takes that a few times a day only;
/// the bot works without, so its refusal is no fault of the service's.
/// </summary>
internal sealed partial class SelfIntroduction(IBotApi api, Texts texts, Conditions conditions, TimeProvider clock, ILogger<SelfIntroduction> log) : Worker("introduction", conditions, clock)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromMinutes(10);

    private TimeSpan pause;

    protected override async Task<bool> WorkAsync(CancellationToken stop)
    {
        try
        {
            await api.SetIntroductionAsync(In(Language.English), language: null, stop);
            foreach (var language in new[] { Language.Ukrainian, Language.Russian }) await api.SetIntroductionAsync(In(language), language, stop);
            return false;
        }
        catch (BotApiException fault)
        {
            pause = fault.RetryAfter ?? TryAgain;
            Refused(fault.Code, fault.Message, pause);
            return true;
        }
    }

    protected override Task WaitAsync(CancellationToken stop) => Task.Delay(pause, Clock, stop);

    private Introduction In(Language language) => new(Commands.Menu(language, texts), texts["description", language], texts["short-description", language]);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram does not take the bot's menu and description for now: {Code} {Description}; again in {Pause}")]
    private partial void Refused(int code, string description, TimeSpan pause);
}

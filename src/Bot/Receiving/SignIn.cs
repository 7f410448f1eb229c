using Bot.Conversations;
using Bot.Linguistics;
using Bot.Operations;
using Bot.Telegram;

namespace Bot.Receiving;

/// <summary>At start: learns who the bot is, and tells Telegram what to show of it to people of each language.</summary>
internal sealed partial class SignIn(IBotApi api, BotAccount account, Texts texts, Conditions conditions, TimeProvider clock, ILogger<SignIn> log) : Worker("signing in", conditions, clock)
{
    protected override async Task<bool> WorkAsync(CancellationToken stop)
    {
        var userName = await api.GetUserNameAsync(stop);
        if (!account.UserName.IsCompleted) SignedIn(userName);
        account.IsCalled(userName);
        await api.SetIntroductionAsync(Introduction(Language.English), language: null, stop);
        foreach (var language in new[] { Language.Ukrainian, Language.Russian }) await api.SetIntroductionAsync(Introduction(language), language, stop);
        return false;
    }

    protected override Task WaitAsync(CancellationToken stop) => Task.CompletedTask;

    private Introduction Introduction(Language language) => new(Commands.Menu(language, texts), texts["description", language], texts["short-description", language]);

    [LoggerMessage(Level = LogLevel.Information, Message = "Signed in to Telegram as @{UserName}")]
    private partial void SignedIn(string userName);
}

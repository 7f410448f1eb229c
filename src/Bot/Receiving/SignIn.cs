using Bot.Operations;
using Bot.Telegram;

namespace Bot.Receiving;

/// <summary>At start: learns who the bot is.</summary>
internal sealed partial class SignIn(IBotApi api, BotAccount account, Conditions conditions, TimeProvider clock, ILogger<SignIn> log) : Worker("signing in", conditions, clock)
{
    protected override async Task<bool> WorkAsync(CancellationToken stop)
    {
        var userName = await api.GetUserNameAsync(stop);
        account.IsCalled(userName);
        SignedIn(userName);
        return false;
    }

    protected override Task WaitAsync(CancellationToken stop) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Signed in to Telegram as @{UserName}")]
    private partial void SignedIn(string userName);
}

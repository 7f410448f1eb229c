using Bot.Configuration;

namespace Bot.Receiving;

/// <summary>Who the bot is on Telegram.</summary>
internal sealed class BotAccount(TelegramSettings settings)
{
    private readonly TaskCompletionSource<string> userName = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The number before the token's colon.</summary>
    public long Id { get; } = long.Parse(settings.Token.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Without the "@"; known once Telegram has answered for the first time.</summary>
    public Task<string> UserName => userName.Task;

    public void IsCalled(string name) => userName.TrySetResult(name);
}

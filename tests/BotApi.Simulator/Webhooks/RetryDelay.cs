namespace BotApi.Simulator;

/// <summary>
/// When an update is posted again, by the Bot API server's rules: at once after the first failure, then after twice the
/// base, four times the base and so on, or when the bot asks for it.
/// </summary>
internal sealed class RetryDelay(TimeSpan basis)
{
    /// <summary>Telegram takes a random limit of one to two minutes, where the base is a second.</summary>
    private const int MostTimesBasis = 60;

    private static readonly TimeSpan MostAsked = TimeSpan.FromHours(1);
    private readonly TimeSpan most = basis * MostTimesBasis;
    private TimeSpan delay = basis;
    private bool hasFailed;

    /// <summary>How long to wait after one more failure.</summary>
    public TimeSpan Next(TimeSpan asked)
    {
        if (asked > TimeSpan.Zero)
        {
            hasFailed = true;
            return asked < MostAsked ? asked : MostAsked;
        }

        if (!hasFailed)
        {
            hasFailed = true;
            return TimeSpan.Zero;
        }

        delay = delay * 2 < most ? delay * 2 : most;
        return delay;
    }
}

using Bot.Conversations;
using Bot.Linguistics;
using Bot.Telegram;

namespace Bot.Receiving;

/// <summary>At start: says who the bot is, and gives Telegram the menu of commands in each language.</summary>
internal sealed partial class CommandMenu(IBotApi api, Texts texts, TimeProvider clock, ILogger<CommandMenu> log) : BackgroundService
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var userName = await api.GetUserNameAsync(stoppingToken);
                SignedIn(userName);
                await api.SetCommandsAsync(Commands.Menu(Language.English, texts), language: null, stoppingToken);
                foreach (var language in new[] { Language.Ukrainian, Language.Russian }) await api.SetCommandsAsync(Commands.Menu(language, texts), language, stoppingToken);
                return;
            }
            catch (BotApiException fault)
            {
                NotSignedIn(fault.Code, fault.Message);
                await Task.Delay(fault.RetryAfter ?? AfterFault, clock, stoppingToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Signed in to Telegram as @{UserName}")]
    private partial void SignedIn(string userName);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not signed in to Telegram: {Code} {Description}")]
    private partial void NotSignedIn(int code, string description);
}

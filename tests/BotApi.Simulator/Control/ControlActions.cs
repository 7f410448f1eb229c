namespace BotApi.Simulator;

/// <summary>The <c>/control/</c> calls that do something. A user who does not exist yet is created.</summary>
internal sealed class ControlActions
{
    private readonly TelegramWorld world;
    private readonly UserActions users;
    private readonly Dictionary<string, Func<ControlRequest, ControlResult>> actions;

    public ControlActions(TelegramWorld world, UserActions users)
    {
        this.world = world;
        this.users = users;
        actions = new Dictionary<string, Func<ControlRequest, ControlResult>>
        {
            ["user"] = AddUser,
            ["send"] = request => Of(users.Send(request.Chat ?? request.User, request.User, Need(request.Text, "text"), request.ReplyTo, request.Thread)),
            ["edit"] = request => Of(users.Edit(request.User, request.User, Need(request.Message, "message"), Need(request.Text, "text"))),
            ["press"] = Press,
            ["delete"] = request => new ControlResult { Deleted = users.Delete(request.User, Need(request.Message, "message")) },
            ["block"] = request => new ControlResult { UpdateId = users.SetBlocked(request.User, true) },
            ["unblock"] = request => new ControlResult { UpdateId = users.SetBlocked(request.User, false) },
        };
    }

    public bool Knows(string action) => actions.ContainsKey(action);

    public ControlResult Run(string action, ControlRequest request)
    {
        if (world.Chats.FindPrivate(request.User) is null)
        {
            AddUser(request);
        }

        return actions[action](request);
    }

    private static ControlResult Of(UserAction action) => new() { UpdateId = action.UpdateId, MessageId = action.MessageId };

    private static string Need(string? value, string name) => value ?? throw new ArgumentException($"\"{name}\" is missing.");

    private static int Need(int? value, string name) => value ?? throw new ArgumentException($"\"{name}\" is missing.");

    private ControlResult AddUser(ControlRequest request)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request.User, "user");
        var known = world.Chats.FindPrivate(request.User)?.User;
        var user = users.Add(new PrivateUser(
            request.User,
            request.FirstName ?? known?.FirstName ?? "User",
            request.Username ?? known?.Username,
            request.LanguageCode ?? known?.LanguageCode));
        return new ControlResult { User = WireUser.From(user) };
    }

    private ControlResult Press(ControlRequest request)
    {
        var press = users.Press(request.User, request.User, Need(request.Message, "message"), Need(request.Data, "data"));
        return new ControlResult { UpdateId = press.UpdateId, CallbackQueryId = press.QueryId };
    }
}

namespace Bot.Tests.Support;

/// <summary>A test of the local page, with a visitor who has been nowhere yet.</summary>
public abstract class PageTest : IAsyncLifetime
{
    private protected PageService Service { get; set; } = null!;

    private protected PageVisitor Visitor { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Service = await PageService.StartAsync();
        Visitor = Service.Visitor();
    }

    public async Task DisposeAsync()
    {
        Visitor.Dispose();
        await Service.DisposeAsync();
    }
}

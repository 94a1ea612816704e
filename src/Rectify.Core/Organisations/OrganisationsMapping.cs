using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rectify.Core.Storage;

namespace Rectify.Core.Organisations;

internal sealed class OrganisationsMapping : IEntityTypeConfiguration<Unit>, IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Unit> unit)
    {
        unit.ToTable(nameof(Unit));
        unit.Property(u => u.Name).HasMaxLength(Unit.NameLength);
        unit.HasIndex(u => u.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable(nameof(Person));
        person.Property(p => p.Name).HasMaxLength(Person.NameLength);
        person.Property(p => p.Post).HasMaxLength(Person.NameLength);
        person.HasIndex(p => p.UnitId);
    }

    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable(nameof(Account));
        account.HasKey(a => a.PersonId);
        account.Property(a => a.UserName).HasMaxLength(Account.UserNameLength);
        account.Property(a => a.NormalizedUserName).HasMaxLength(Account.UserNameLength);
        account.Property(a => a.FormerHashes).AsJson();
        account.HasIndex(a => a.NormalizedUserName).IsUnique();
    }
}

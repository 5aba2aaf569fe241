<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Subscription;

use OCA\Reseau\Integration\DeleteExpired;
use OCA\Reseau\Integration\ImportFile;
use OCA\Reseau\Shared\ImportReport;
use OCA\Reseau\Subscription\DeleteOldSubscribers;
use OCA\Reseau\Subscription\Subscriber;
use OCA\Reseau\Subscription\SubscriberFile;
use OCA\Reseau\Subscription\SubscriberMapper;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;

/** Nothing but their own word brings back who left, whichever address they have meanwhile. */
#[Group('databases')]
class WhoLeftTest extends SubscriptionTestCase {
	private const DAY = 86_400;

	private function brings(string $address, string $date = '2026-11-20'): string {
		[$row] = $this->data('POST', '/subscribers/import', 'romain', ['rows' => [['position' => 1, 'address' => $address, 'name' => '', 'date' => $date, 'how' => 'Registre']]])['rows'];
		return trim("{$row['outcome']} " . ($row['why'] ?? ''));
	}

	private function wants(string $uid): ?bool {
		return $this->data('GET', '/subscription', $uid)['wants'];
	}

	public function testAFileDoesNotBringThemUnderAnotherAddress(): void {
		$this->chooses('odile', true);
		$this->chooses('odile', false);
		$this->address('odile', 'nouvelle@example.org');

		self::assertSame('skipped left', $this->brings('Nouvelle@example.org', '2026-11-25'));
		self::assertSame([], $this->addresses());
	}

	public function testAnAddressThatAFileBroughtAndThatBecomesTheirs(): void {
		$this->chooses('odile', true);
		$this->chooses('odile', false);
		$this->later(2 * self::DAY);
		self::assertSame('made', $this->brings('nouvelle@example.org', '2026-11-26'));
		self::assertSame(['nouvelle@example.org'], $this->addresses());

		$this->address('odile', 'nouvelle@example.org');
		self::assertSame([], $this->addresses());
		self::assertFalse($this->wants('odile'));

		$this->chooses('odile', true);
		self::assertSame(['nouvelle@example.org'], $this->addresses());
	}

	public function testAnAddressThatIsForgottenStaysOut(): void {
		$token = $this->subscribes('berthe@example.org', 'Berthe');
		$this->page("leave/$token", ['answer' => 'letter']);
		$id = $this->rows('SELECT id FROM `*PREFIX*reseau_subscribers`')[0]['id'];
		$this->later(DeleteOldSubscribers::KEPT + 1);
		$this->kernel->runJob(DeleteExpired::class);

		$this->assertRefused(404, 'not_found', 'PUT', "/subscribers/$id", 'romain', ['wants' => false, 'date' => '2026-11-20', 'how' => 'Au marché']);
		self::assertSame([], $this->addresses());
		self::assertSame('skipped left', $this->brings('Berthe@example.org'));
		$this->subscribes('berthe@example.org');
		self::assertSame(['berthe@example.org'], $this->addresses(), 'they themselves come back');
	}

	public function testAYesForAMailboxThatAnotherOneLeft(): void {
		$this->chooses('odile', true);
		$this->later(60);
		$token = $this->subscribes('partage@example.org');
		$this->page("leave/$token", ['answer' => 'letter']);
		$this->address('odile', 'partage@example.org');
		self::assertFalse($this->wants('odile'));
		self::assertSame([], $this->addresses());

		self::assertTrue($this->chooses('odile', true)['wants'], 'in the same second, and although they had chosen it before');
		self::assertSame(['partage@example.org'], $this->addresses());
	}

	public function testWhatAKeeperWritesDownIsNotOlder(): void {
		$card = $this->keptCard('romain', ['name' => 'Berthe', 'contact' => ['email' => 'berthe@example.org']])['id'];
		$token = $this->subscribes('berthe@example.org');
		$this->page("leave/$token", ['answer' => 'letter']);
		$today = $this->rows('SELECT said_on FROM `*PREFIX*reseau_subscribers` WHERE said_on IS NOT NULL')[0]['said_on'];

		// Anyone can keep a card with any address: they do not learn who has it, and do not subscribe that person again.
		self::assertNull($this->data('GET', "/members/$card/call-sheet", 'romain')['letter']);
		$this->assertRefused(422, 'left_themselves', 'PUT', "/members/$card/letter", 'romain', ['wants' => true, 'date' => $today, 'how' => 'Au téléphone']);
		self::assertSame([], $this->addresses());
	}

	public function testAKeepersRecordStopsNoOneElse(): void {
		$card = $this->keptCard('romain', ['name' => 'Berthe', 'contact' => ['email' => 'odile@example.org']])['id'];
		$this->address('odile', 'odile@example.org');
		$this->chooses('odile', true);
		$choice = ['date' => '2026-11-20', 'how' => 'Au téléphone'];

		$this->data('PUT', "/members/$card/letter", 'romain', ['wants' => true] + $choice);
		$this->later(60);
		$this->data('PUT', "/members/$card/letter", 'romain', ['wants' => false] + $choice);
		self::assertSame(['odile@example.org'], $this->addresses());
		self::assertTrue($this->wants('odile'));
		$this->data('POST', "/members/$card/refusal", 'romain', []);
		self::assertSame(['odile@example.org'], $this->addresses());
	}

	public function testAPersonWithANewAddressIsNotStoppedWithTheOldMailbox(): void {
		$this->address('odile', 'partage@example.org');
		$this->chooses('odile', true);
		$this->address('linh', 'partage@example.org');
		$this->chooses('linh', true);
		$this->address('odile', 'odile@example.org');

		$this->chooses('linh', false);
		self::assertTrue($this->wants('odile'));
		self::assertSame(['odile@example.org'], $this->addresses());
	}

	public function testAMailboxThatSomeoneMovedAwayFromIsFree(): void {
		$this->address('odile', 'avant@example.org');
		$this->chooses('odile', true);
		$this->address('odile', 'odile@example.org');

		$this->subscribes('avant@example.org');
		self::assertSame([], $this->mailed('odile@example.org'));
		self::assertEqualsCanonicalizing(['odile@example.org', 'avant@example.org'], $this->addresses());
		$this->address('linh', 'linh2@example.org');
		$this->chooses('linh', true);
		$this->address('linh', 'linh@example.org');
		self::assertSame('made', $this->brings('linh2@example.org'));
	}

	public function testAFileBringsNobodyWhoseAccountIsDisabledOrHadAnotherAddress(): void {
		$this->address('odile', 'avant@example.org');
		$this->chooses('odile', true);
		$this->chooses('odile', false);
		$this->address('odile', 'apres@example.org');
		self::assertSame('skipped left', $this->brings('apres@example.org', '2026-11-25'));
		self::assertSame('skipped left', $this->brings('avant@example.org', '2026-11-25'));

		$this->kernel->get(IUserManager::class)->get('odile')?->setEnabled(false);
		self::assertSame('skipped left', $this->brings('apres@example.org', '2026-11-25'));
		self::assertSame([], $this->addresses());
	}

	public function testLeavingIsRememberedEvenIfSomeoneTypedTheAddressSince(): void {
		$card = $this->keptCard('romain', ['name' => 'Berthe', 'contact' => ['email' => 'berthe@example.org']])['id'];
		$this->data('PUT', "/members/$card/letter", 'romain', ['wants' => false, 'date' => '2026-11-20', 'how' => 'Au téléphone']);
		$this->page('own', ['email' => 'berthe@example.org']);
		$this->data('DELETE', "/members/$card", 'romain');
		$this->later(8 * self::DAY);
		$this->kernel->runJob(DeleteExpired::class);
		self::assertSame('skipped left', $this->brings('berthe@example.org'));
	}

	public function testALetterThatWasPassedOnBringsNobodyBack(): void {
		$token = $this->subscribes('berthe@example.org', 'Berthe');
		$this->page("leave/$token", ['answer' => 'letter']);
		$this->later(3600);
		$this->page('subscribe', ['email' => 'berthe@example.org']);
		$this->page("subscribe/$token", ['answer' => 'confirm', 'name' => 'Une autre'], 404);
		self::assertSame([], $this->addresses());

		$asked = $this->page('subscribe/' . $this->token('subscribe', 'berthe@example.org'), ['answer' => 'confirm', 'name' => 'Berthe']);
		self::assertSame(['berthe@example.org'], $this->addresses());
		self::assertSame(1, preg_match('~/own/([A-Za-z0-9]+)~', $asked, $found));
		self::assertStringContainsString('Envoyer le lien à', $this->page("own/$found[1]"), 'their page is opened by a link that is mailed');
	}

	public function testOnlyPeopleWhoLeftByTheLinkCanUndoIt(): void {
		$this->chooses('odile', true);
		$token = basename($this->subscriptions()->leaveUrl($this->readers()[0]->id));
		$this->chooses('odile', false);
		self::assertStringNotContainsString('erreur', $this->page("leave/$token"));
		$this->page("leave/$token", ['answer' => 'again']);
		self::assertSame([], $this->addresses());
	}

	public function testAnOlderYesThatIsWrittenAtTheSameMomentIsNot(): void {
		$this->chooses('odile', true);
		$subscribers = $this->kernel->get(SubscriberMapper::class);
		$row = $subscribers->findByUid('odile');
		self::assertNotNull($row);
		// Another request has read the yes; then they leave.
		$this->chooses('odile', false);

		self::assertFalse($subscribers->decide($row->id(), Subscriber::ON, ['said_on' => '2026-11-20', 'said_at' => 1]));
		self::assertFalse($this->wants('odile'));
	}

	public function testAnErasedCardIsNotWrittenOn(): void {
		$card = $this->keptCard('romain', ['name' => 'Berthe', 'contact' => ['email' => 'berthe@example.org']])['id'];
		$this->data('DELETE', "/members/$card", 'romain');
		$choice = ['wants' => true, 'date' => '2026-11-20', 'how' => 'Au marché'];
		$this->assertRefused(404, 'not_found', 'PUT', "/members/$card/letter", 'romain', $choice);
		$this->assertRefused(404, 'not_found', 'POST', "/members/$card/calls", 'romain', ['day' => '2026-11-20', 'how' => 'phone', 'note' => '', 'key' => 'another-call']);
		self::assertSame([], $this->rows('SELECT id FROM `*PREFIX*reseau_subscribers`'));
		self::assertSame([], $this->rows('SELECT id FROM `*PREFIX*reseau_calls`'));
	}

	public function testAnotherNetworkBringsWhatWasSaid(): void {
		$this->chooses('odile', true);
		$this->subscribes('berthe@example.org', 'Berthe');
		$token = $this->subscribes('zoe@example.org', 'Zoé');
		$this->page("leave/$token", ['answer' => 'letter']);
		$card = $this->keptCard('romain', ['name' => 'Paulette', 'contact' => ['email' => 'paulette@example.org']])['id'];
		$this->data('PUT', "/members/$card/letter", 'romain', ['wants' => true, 'date' => '2026-11-20', 'how' => 'Au marché']);

		$file = $this->kernel->get(SubscriberFile::class)->export();
		self::assertEqualsCanonicalizing(['odile', 'Berthe', 'Zoé', 'Paulette'], array_map(
			static fn (array $row): string => (string)($row['uid'] ?? $row['name'] ?? (isset($row['member']) ? 'Paulette' : '')), $file,
		));
		self::assertStringNotContainsString($token, json_encode($file, JSON_THROW_ON_ERROR));

		// As they are here, nothing is new.
		self::assertSame([ImportReport::UNCHANGED => 4], $this->outcomes($file));
		$this->data('POST', "/members/$card/refusal", 'romain', []);
		$paulette = ['letter' => true, 'address' => 'Paulette@example.org', 'why' => 'confirmed', 'on' => '2026-11-25'];
		$zoe = ['letter' => true, 'address' => 'zoe@example.org', 'why' => 'confirmed', 'on' => '2026-11-25'];
		$gone = ['letter' => true, 'uid' => 'nobody', 'on' => '2026-11-25'];
		$new = ['letter' => true, 'address' => 'nouveau@example.org', 'why' => 'confirmed', 'on' => '2026-11-25'];
		self::assertSame([ImportReport::MADE => 1, ImportReport::UNCHANGED => 1, ImportReport::SKIPPED => 3], $this->outcomes([$paulette, $zoe, $gone, $new, ['letter' => 'yes']]));
		self::assertEqualsCanonicalizing(['odile@example.org', 'berthe@example.org', 'nouveau@example.org'], $this->addresses());
	}

	/**
	 * @param list<array<string, mixed>> $file
	 * @return array<string, int>
	 */
	private function outcomes(array $file): array {
		return array_filter($this->kernel->get(ImportFile::class)->loadData($file)->counts());
	}
}

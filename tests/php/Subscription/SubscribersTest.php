<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Subscription;

use OCA\Reseau\Member\Claim\ClaimCard;
use OCA\Reseau\Member\People;
use OCA\Reseau\Subscription\SubscriberRows;
use OCA\Reseau\Subscription\Why;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;

/** The facilitators see who gets the letter, as facts; they import addresses and write down what people say. */
#[Group('databases')]
class SubscribersTest extends SubscriptionTestCase {
	private const TOLD = ['date' => '2026-11-24', 'how' => 'Au téléphone'];

	/** @return array<string, mixed> */
	private function list(string $query = '', string $uid = 'romain'): array {
		return $this->data('GET', '/subscribers' . ($query === '' ? '' : "?$query"), $uid);
	}

	/** @return array<string, mixed> */
	private function row(string $address, string $name = '', string $date = '2026-11-20', string $how = 'Registre'): array {
		static $position = 1;
		return ['position' => ++$position, 'address' => $address, 'name' => $name, 'date' => $date, 'how' => $how];
	}

	/**
	 * @param array<string, mixed> ...$rows
	 * @return list<string> outcome and why of each
	 */
	private function brings(array ...$rows): array {
		$checked = $this->data('POST', '/subscribers/check', 'romain', ['rows' => $rows])['rows'];
		$taken = $this->data('POST', '/subscribers/import', 'romain', ['rows' => $rows])['rows'];
		self::assertSame(array_column($rows, 'position'), array_column($taken, 'position'));
		$outcome = static fn (array $row): string => trim("{$row['outcome']} " . ($row['why'] ?? ''));
		count($rows) === 1 && self::assertSame(array_map($outcome, $checked), array_map($outcome, $taken), 'what was said before is what happens');
		return array_map($outcome, $taken);
	}

	public function testSeeWhoAndWhyAndSinceWhen(): void {
		$odile = $this->card('odile', ['name' => 'Odile Vidal']);
		$this->chooses('odile', true);
		$this->chooses('linh', true);
		$this->chooses('peire', false);
		$this->subscribes('berthe@example.org', 'Berthe Fournil');
		$this->page('subscribe', ['email' => 'attend@example.org']);
		$this->brings($this->row('zoe@example.org', 'Zoé Alric'));

		$list = $this->list();
		self::assertSame(['on' => 4, 'unreached' => ['total' => 0, 'people' => []], 'off' => 1, 'asked' => 1], $list['counts']);
		self::assertNull($list['next']);
		self::assertSame([
			['Berthe Fournil', 'address', 'confirmed', '2026-11-24', '', null],
			['Linh', 'account', 'member', '2026-11-24', '', null],
			['Odile', 'account', 'member', '2026-11-24', '', $odile['id']],
			['Zoé Alric', 'address', 'imported', '2026-11-20', 'Registre', null],
		], array_map(static fn (array $one): array => [$one['name'], $one['kind'], $one['why'], $one['on'], $one['manner'], $one['member']], $list['subscribers']));
		self::assertSame(['Peire'], array_column($this->list('state=off')['subscribers'], 'name'));
		self::assertStringNotContainsString('example.org', json_encode([$list, $this->list('state=off')], JSON_THROW_ON_ERROR));
		self::assertSame(['Zoé Alric'], array_column($this->list('q=alri')['subscribers'], 'name'));
		self::assertSame([], $this->list('q=nobody')['subscribers']);
		self::assertSame([], $this->list('q=' . urlencode('berthe@example.org'))['subscribers'], 'an address does not belong in the address of a request');
		$found = fn (string $address): array => $this->data('POST', '/subscribers/at', 'romain', ['address' => $address]);
		$at = static fn (string $address): array => array_column($found($address)['subscribers'], 'name');
		self::assertSame(['Berthe Fournil'], $at(' BERTHE@example.org'));
		self::assertSame(['subscribers' => [], 'others' => 1], $found('peire@example.org'), 'nobody learns whose an address is that is not shown to them');
		$this->data('PUT', '/members/me', 'odile', ['contact' => ['email' => 'odile@example.org'], 'audience' => ['contact' => 'members'], 'version' => $odile['version']]);
		self::assertSame(['Odile'], $at('odile@example.org'));
		$this->data('PUT', '/members/me', 'odile', ['audience' => ['contact' => 'groups'], 'version' => $odile['version'] + 1]);
		self::assertSame([], $at('odile@example.org'));
		self::assertSame([], $at('@example.org'));
		self::assertSame([], $at('attend@example.org'), 'they have not answered');
	}

	public function testNoOneElseSeesThem(): void {
		foreach (['odile', 'peire'] as $uid) {
			$this->assertRefused(403, 'not_yours', 'GET', '/subscribers', $uid);
			$this->assertRefused(403, 'not_yours', 'GET', '/consents', $uid);
			$this->assertRefused(403, 'not_yours', 'GET', '/letter-settings', $uid);
			$this->assertRefused(403, 'not_yours', 'POST', '/subscribers/import', $uid, ['rows' => []]);
		}
		$this->assertRefused(400, 'bad_cursor', 'GET', '/subscribers?cursor=x', 'romain');
	}

	public function testAPersonWhoseCardAFacilitatorMayNotSeeIsOnlyCountedAmongThoseWhoGetIt(): void {
		$this->facilitator('nadege');
		$card = $this->keptCard('nadege', ['name' => 'Paulette Serres', 'contact' => ['email' => 'paulette@example.org']]);
		self::assertSame(['wants' => true], $this->data('PUT', "/members/{$card['id']}/letter", 'nadege', ['wants' => true] + self::TOLD));
		self::assertSame(['Paulette Serres', 1], [$this->list()['subscribers'][0]['name'], $this->list()['counts']['on']]);

		$this->data('PUT', "/members/{$card['id']}/status", 'nadege', ['status' => 'paused', 'version' => $card['version']]);

		self::assertSame([[], 1], [$this->list()['subscribers'], $this->list()['counts']['on']], 'she gets the letter, as the sending page says');
		self::assertSame([], $this->data('GET', '/consents', 'romain')['entries']);
		self::assertSame(1, $this->list('', 'nadege')['counts']['on']);
		self::assertSame(['La lettre par courriel', 'La fiche est tenue et montrée'], array_column($this->data('GET', '/consents', 'nadege')['entries'], 'what'));
		$id = $this->list('', 'nadege')['subscribers'][0]['id'];
		$this->assertRefused(404, 'not_found', 'PUT', "/subscribers/$id", 'romain', ['wants' => false] + self::TOLD);
	}

	public function testTwentyThousandArePaged(): void {
		$db = $this->kernel->get(IDBConnection::class);
		$db->beginTransaction();
		for ($i = 0; $i < 20_000; $i++) {
			$name = sprintf('Personne %05d', $i);
			$db->insertIgnoreConflict('reseau_subscribers', ['address_key' => hash('sha256', $name), 'address' => 'encrypted', 'address_hash' => hash('sha256', $name), 'name' => $name, 'sort_name' => strtolower($name), 'state' => 'on', 'why' => 'imported', 'said_on' => '2026-11-20', 'said_at' => $i]);
		}
		$db->commit();

		$list = $this->list();
		self::assertSame([50, 20_000], [count($list['subscribers']), $list['counts']['on']]);
		$next = $this->list("cursor={$list['next']}");
		self::assertSame([null, $list['counts']], [$next['counts'], $this->list('q=personne')['counts']], 'they are counted with the first page, whatever is looked for');
		self::assertSame(['Personne 00050', 'Personne 00099'], [$next['subscribers'][0]['name'], $next['subscribers'][49]['name']]);
		$last = $this->list('q=19999');
		self::assertSame([['Personne 19999'], null], [array_column($last['subscribers'], 'name'), $last['next']]);
	}

	public function testImportsEachRowForItself(): void {
		self::assertSame([
			'made', 'unchanged', 'skipped bad_address', 'skipped said_day', 'skipped said_day', 'skipped said_day', 'skipped manner_missing', 'skipped too_long', 'skipped bad_text', 'made',
		], $this->brings(
			$this->row('zoe@example.org', 'Zoé'),
			$this->row('ZOE@example.org'),
			$this->row("zoe@example.org\r\nBcc: a@example.org"),
			$this->row('a@example.org', date: ''),
			$this->row('b@example.org', date: '12/11/2026'),
			$this->row('c@example.org', date: '2027-01-01'),
			$this->row('d@example.org', how: ' '),
			$this->row('e@example.org', str_repeat('e', 121)),
			$this->row('f@example.org', "a\0b"),
			$this->row('g@example.org', "Deux\nlignes"),
		));
		self::assertSame(['zoe@example.org', 'g@example.org'], $this->addresses());
		self::assertSame([['Zoé', Why::Imported, '2026-11-20', 'Registre'], ['Deux lignes', Why::Imported, '2026-11-20', 'Registre']], array_map(static fn ($one): array => [$one->name, $one->why, $one->on, $one->manner], $this->readers()));
		self::assertSame([], $this->kernel->mails(), 'nobody gets a mail by it');
		$this->assertRefused(400, 'wrong_type', 'POST', '/subscribers/import', 'romain', ['rows' => [['address' => 'h@example.org']]]);
		$this->assertRefused(400, 'too_many', 'POST', '/subscribers/import', 'romain', ['rows' => array_fill(0, 201, ['position' => 1])]);
		$this->assertRefused(400, 'wrong_type', 'POST', '/subscribers/check', 'romain');
	}

	public function testAnImportNeverSubscribesPeopleWhoLeft(): void {
		$token = $this->subscribes('berthe@example.org');
		$this->page("leave/$token", ['answer' => 'letter']);
		$this->chooses('odile', false);
		$card = $this->keptCard('romain', ['name' => 'Paulette', 'contact' => ['email' => 'paulette@example.org']]);
		$this->data('POST', "/members/{$card['id']}/refusal", 'romain', []);
		$this->chooses('linh', true);
		$this->chooses('linh', false);
		$this->kernel->get(IUserManager::class)->get('linh')?->delete();

		foreach (['2026-11-20', '2026-11-25'] as $date) {
			foreach (['berthe', 'Odile', 'LINH'] as $who) {
				self::assertSame(['skipped left'], $this->brings($this->row("$who@example.org", date: $date)), $who);
			}
			self::assertSame(['skipped refused'], $this->brings($this->row('paulette@example.org', date: $date)));
		}
		self::assertSame([], $this->addresses());
	}

	public function testAMemberWithoutAChoiceIsImportedAsAnAddress(): void {
		self::assertSame(['made'], $this->brings($this->row('odile@example.org', 'Odile V.')));
		self::assertSame(['odile@example.org'], $this->addresses());
		self::assertTrue($this->data('GET', '/subscription', 'odile')['wants']);
		$this->chooses('odile', true);
		self::assertCount(1, $this->addresses(), 'not twice');
		$this->chooses('odile', false);
		self::assertSame([], $this->addresses());
	}

	public function testTellsWhatSomebodySaid(): void {
		$this->brings($this->row('zoe@example.org', 'Zoé'));
		$this->chooses('odile', true);
		[$odile, $zoe] = array_column($this->list()['subscribers'], 'id');

		$answer = $this->data('PUT', "/subscribers/$zoe", 'romain', ['wants' => false] + self::TOLD);
		self::assertSame([false, null, '2026-11-24'], [$answer['gets'], $answer['why'], $answer['on']]);
		$this->assertRefused(422, 'left_since', 'PUT', "/subscribers/$zoe", 'romain', ['wants' => true, 'date' => '2026-11-23', 'how' => 'Au téléphone']);
		$answer = $this->data('PUT', "/subscribers/$zoe", 'romain', ['wants' => true] + self::TOLD);
		self::assertSame([true, 'told', 'Au téléphone'], [$answer['gets'], $answer['why'], $answer['manner']]);

		$this->data('PUT', "/subscribers/$odile", 'romain', ['wants' => false] + self::TOLD);
		self::assertFalse($this->data('GET', '/subscription', 'odile')['wants']);
		$this->assertRefused(422, 'only_they', 'PUT', "/subscribers/$odile", 'romain', ['wants' => true] + self::TOLD);
	}

	public function testAYesToPaperStartsNoMails(): void {
		$card = $this->keptCard('romain', ['name' => 'Paulette']);
		$id = $card['id'];
		self::assertTrue($this->data('PUT', "/members/$id/letter", 'romain', ['wants' => true] + self::TOLD)['wants']);
		self::assertSame([['paper', true, 'paper']], array_map(static fn (array $one): array => [$one['why'], $one['gets'], $one['noMail']], $this->list()['subscribers']));
		self::assertSame('La lettre sur papier, ou lue à voix haute', $this->data('GET', '/consents', 'romain')['entries'][0]['what']);

		$card = $this->data('PUT', "/members/$id", 'romain', ['contact' => ['email' => 'paulette@example.org'], 'version' => $card['version']]);
		self::assertSame([], $this->addresses());
		self::assertNull($this->data('GET', "/members/$id/call-sheet", 'romain')['letter'], 'they have not been asked for mails');

		$this->page('own', ['email' => 'paulette@example.org']);
		self::assertStringContainsString('La lettre sur papier', $this->page('own/' . $this->token('own', 'paulette@example.org')));
		self::assertTrue($this->data('PUT', "/members/$id/letter", 'romain', ['wants' => true] + self::TOLD)['wants']);
		self::assertSame(['paulette@example.org'], $this->addresses());
		self::assertSame(['told', null], [$this->list()['subscribers'][0]['why'], $this->list()['subscribers'][0]['noMail']]);
		$this->data('PUT', "/members/$id/letter", 'romain', ['wants' => false] + self::TOLD);
		self::assertSame([], $this->addresses());
	}

	public function testAMailboxThatIsStoppedEndsNoPaper(): void {
		$card = $this->keptCard('romain', ['name' => 'Paulette']);
		$this->data('PUT', "/members/{$card['id']}/letter", 'romain', ['wants' => true] + self::TOLD);
		$this->data('PUT', "/members/{$card['id']}", 'romain', ['contact' => ['email' => 'couple@example.org'], 'version' => $card['version']]);
		$this->brings($this->row('couple@example.org', 'Roger'));
		self::assertSame(['couple@example.org'], $this->addresses());
		$roger = array_column($this->list()['subscribers'], 'id', 'kind')['address'];
		$this->data('PUT', "/subscribers/$roger", 'romain', ['wants' => false] + self::TOLD);
		self::assertSame([], $this->addresses());
		self::assertSame(['Paulette'], array_column($this->list()['subscribers'], 'name'), 'hers is on paper');
	}

	public function testTheLastChoiceOfTwoMergedCardsCountsEvenOnPaper(): void {
		foreach ([['2026-11-10', '2026-11-20', true], ['2026-11-20', '2026-11-10', false]] as $n => [$left, $paper, $wants]) {
			foreach ([[false, true], [true, false]] as $m => $order) {
				$cards = array_map(fn (bool $wanted): int => $this->keptCard('romain', ['name' => "Berthe $n$m"])['id'], $order);
				foreach ($order as $i => $wanted) {
					$this->data('PUT', "/members/$cards[$i]/letter", 'romain', ['wants' => $wanted, 'date' => $wanted ? $paper : $left, 'how' => 'Au téléphone']);
				}
				$rows = $this->kernel->get(SubscriberRows::class);
				$rows->move($cards[0], $cards[1]);
				self::assertSame($wants, $rows->ofCard($cards[1])->gets(), "$n $m");
			}
		}
	}

	public function testBadInputIsRefused(): void {
		$this->brings($this->row('zoe@example.org', 'Zoé'));
		$id = $this->list()['subscribers'][0]['id'];
		foreach ([
			['wrong_type', ['wants' => 'yes'] + self::TOLD], ['wrong_type', self::TOLD], ['manner_missing', ['wants' => false, 'how' => ' '] + self::TOLD],
			['said_day', ['wants' => false, 'date' => 'hier'] + self::TOLD], ['said_day', ['wants' => false, 'date' => '2026-12-24'] + self::TOLD],
			['too_long', ['wants' => false, 'how' => str_repeat('a', 501)] + self::TOLD], ['bad_text', ['wants' => false, 'how' => "a\0b"] + self::TOLD],
		] as [$reason, $body]) {
			$this->assertRefused(400, $reason, 'PUT', "/subscribers/$id", 'romain', $body);
		}
		$this->assertRefused(404, 'not_found', 'PUT', '/subscribers/99999', 'romain', ['wants' => false] + self::TOLD);
		self::assertSame(['zoe@example.org'], $this->addresses());
	}

	public function testOnlyTheKeeperAnswersForAKeptCard(): void {
		$this->facilitator('nadege');
		$card = $this->keptCard('nadege', ['name' => 'Paulette', 'contact' => ['email' => 'paulette@example.org']]);
		$this->assertRefused(403, 'not_yours', 'PUT', "/members/{$card['id']}/letter", 'romain', ['wants' => true] + self::TOLD);
		$this->data('PUT', "/members/{$card['id']}/letter", 'nadege', ['wants' => true] + self::TOLD);
		$id = $this->list()['subscribers'][0]['id'];
		$this->assertRefused(403, 'not_yours', 'PUT', "/subscribers/$id", 'romain', ['wants' => false] + self::TOLD);
		$own = $this->card('odile');
		$this->assertRefused(422, 'only_they', 'PUT', "/members/{$own['id']}/letter", 'odile', ['wants' => true] + self::TOLD);
		self::assertSame(['paulette@example.org'], $this->addresses());
	}

	public function testWhoMayWriteItDown(): void {
		$this->facilitator('nadege');
		$card = $this->keptCard('nadege', ['name' => 'Paulette', 'contact' => ['email' => 'paulette@example.org']]);
		$this->data('PUT', "/members/{$card['id']}/letter", 'nadege', ['wants' => true] + self::TOLD);
		$this->chooses('odile', true);
		$this->brings($this->row('zoe@example.org', 'Zoé'));
		$may = fn (string $uid, string $query = ''): array => array_column($this->list($query, $uid)['subscribers'], 'mayTell', 'name');
		self::assertSame(['Odile' => true, 'Paulette' => false, 'Zoé' => true], $may('romain'));
		self::assertSame(['Odile' => true, 'Paulette' => true, 'Zoé' => true], $may('nadege'));
		$this->chooses('odile', false);
		self::assertSame(['Odile' => false], $may('nadege', 'state=off'));
	}

	public function testACardThatAnAccountTookOverIsTheirs(): void {
		$card = $this->keptCard('linh', ['name' => 'Odile V.', 'contact' => ['email' => 'odile.v@example.org']]);
		$this->data('PUT', "/members/{$card['id']}/letter", 'linh', ['wants' => true] + self::TOLD);
		['token' => $token] = $this->kernel->get(ClaimCard::class)->invite($this->kernel->get(People::class)->byId($card['id']), 'linh');
		$this->kernel->get(ClaimCard::class)->takeOver($token, 'odile', false);

		[$odile] = $this->list()['subscribers'];
		self::assertSame(['Odile', 'account', true], [$odile['name'], $odile['kind'], $odile['mayTell']]);
		$this->assertRefused(422, 'only_they', 'PUT', "/subscribers/{$odile['id']}", 'romain', ['wants' => true] + self::TOLD);
		self::assertFalse($this->data('PUT', "/subscribers/{$odile['id']}", 'romain', ['wants' => false] + self::TOLD)['gets']);
		self::assertSame([], $this->addresses());
		self::assertFalse($this->data('GET', '/subscription', 'odile')['wants']);
	}

	public function testTheRecordSaysWhoWhatWhenAndHow(): void {
		$card = $this->keptCard('romain', ['name' => 'Paulette Serres', 'contact' => ['email' => 'paulette@example.org']]);
		$this->data('PUT', "/members/{$card['id']}/letter", 'romain', ['wants' => true] + self::TOLD);
		$this->subscribes('berthe@example.org', 'Berthe');
		$this->chooses('odile', true);
		$this->chooses('odile', false);

		$entries = $this->data('GET', '/consents', 'romain')['entries'];

		self::assertSame([
			['Odile', 'Plus de lettre', '2026-11-24', 'choisi dans l’application', 'Odile'],
			['Odile', 'La lettre par courriel', '2026-11-24', 'choisi dans l’application', 'Odile'],
			['Berthe', 'La lettre par courriel', '2026-11-24', 'par le lien envoyé à son adresse', null],
			['Paulette Serres', 'La lettre par courriel', '2026-11-24', "«\u{a0}Au téléphone\u{a0}»", 'Romain'],
			['Paulette Serres', 'La fiche est tenue et montrée', '2026-11-20', "«\u{a0}De vive voix\u{a0}»", 'Romain'],
		], array_map(static fn (array $one): array => [$one['name'], $one['what'], $one['on'], $one['how'], $one['by']], $entries));
		self::assertSame([null, null, null, $card['id'], $card['id']], array_column($entries, 'member'));
	}

	public function testTheRecordIsPaged(): void {
		foreach (range(1, 60) as $n) {
			$this->chooses('odile', $n % 2 === 1);
		}
		$first = $this->data('GET', '/consents', 'romain');
		$rest = $this->data('GET', "/consents?cursor={$first['next']}", 'romain');
		self::assertSame([50, 10, null], [count($first['entries']), count($rest['entries']), $rest['next']]);
		self::assertSame(60, count(array_unique([...array_column($first['entries'], 'id'), ...array_column($rest['entries'], 'id')])));
	}

	public function testSettings(): void {
		$settings = $this->data('GET', '/letter-settings', 'romain');
		self::assertSame([false, false], [$settings['asks'], $settings['open']]);
		self::assertStringEndsWith('/apps/reseau/subscribe', $settings['url']);
		self::assertSame([true, false], array_values(array_intersect_key($this->data('PUT', '/letter-settings', 'romain', ['asks' => true]), ['asks' => 0, 'open' => 0])));
		self::assertSame([true, true], array_values(array_intersect_key($this->data('PUT', '/letter-settings', 'romain', ['open' => true]), ['asks' => 0, 'open' => 0])));
		$this->assertRefused(400, 'wrong_type', 'PUT', '/letter-settings', 'romain', ['open' => 'perhaps']);
	}
}

<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Leaving;

use OCA\Reseau\Integration\AccountMigrator;
use OCA\Reseau\Tests\Endpoints\StageTestCase;
use OCA\Reseau\Tests\Orphans;
use OCP\IDBConnection;
use OCP\IUserManager;
use OCP\UserMigration\UserMigrationException;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Kernel\Registration;
use Symfony\Component\Console\Output\BufferedOutput;

/** An account takes along what Réseau holds about it, and brings it to another network: hidden, without agreements, and not twice. */
#[Group('databases')]
class MigratorTest extends StageTestCase {
	protected const PEOPLE = 4;

	public function testItIsRegistered(): void {
		self::assertSame([AccountMigrator::class], $this->kernel->get(Registration::class)->migrators);
		$migrator = $this->kernel->get(AccountMigrator::class);
		self::assertSame(['reseau', 1, 'Réseau'], [$migrator->getId(), $migrator->getVersion(), $migrator->getDisplayName()]);
		self::assertNotSame('', $migrator->getDescription());
		self::assertGreaterThan(0, $migrator->getEstimatedExportSize($this->kernel->createUser('alice')));
	}

	public function testTheSameIsExportedAsOnTheCardsPage(): void {
		$this->stage();
		foreach ([self::person(0) => 'mine', 'linh' => 'linh', 'odile' => 'odile'] as $uid => $card) {
			$archive = $this->exported($uid);
			self::assertEquals($this->data('GET', "/members/{$this->things[$card]}/export", $uid), json_decode($archive->files['reseau/reseau.json'], true), $uid);
			self::assertSame($this->data('GET', "/members/{$this->things[$card]}/export/page", $uid)['page'], $archive->files['reseau/reseau.html'], $uid);
		}
	}

	public function testEverySectionOfTheDataIsOnThePage(): void {
		$this->stage();
		$seen = [];
		foreach ([self::person(0), 'linh', 'odile', 'noe'] as $uid) {
			$archive = $this->exported($uid);
			$page = $archive->files['reseau/reseau.html'];
			self::assertDoesNotMatchRegularExpression('~<script|<link (?!rel="icon" href="data:,")|<img|src=|@import|url\(~', $page);
			$data = json_decode($archive->files['reseau/reseau.json'], true);
			foreach (['conversations' => 'with', 'notices' => 'title', 'memberships' => 'group', 'evaluations' => 'sheet', 'signatures' => 'text', 'searches' => 'name', 'sessions' => 'text', 'meetings' => 'title', 'minutesDrafts' => 'name', 'sheets' => 'title', 'anonymousSheets' => 'title', 'introductions' => 'with'] as $section => $key) {
				foreach ($data[$section] as $row) {
					$seen[$section] = true;
					// Words for a person without a name begin in lower case within a sentence.
					self::assertStringContainsStringIgnoringCase(htmlspecialchars($row[$key], ENT_QUOTES), $page, "$section of $uid");
				}
			}
			foreach ($data['conversations'] as $conversation) {
				foreach ($conversation['messages'] as $message) {
					self::assertStringContainsString(htmlspecialchars($message['text'], ENT_QUOTES), $page);
				}
			}
		}
		self::assertSame([], array_diff(['conversations', 'notices', 'memberships', 'evaluations', 'signatures', 'searches', 'meetings', 'minutesDrafts', 'anonymousSheets', 'introductions'], array_keys($seen)));
	}

	public function testAnotherNetworkGetsItHiddenAndOnlyOnce(): void {
		$this->stage();
		$this->data('POST', '/notices', self::person(0), ['kind' => 'offer', 'title' => 'Des pommes', 'text' => 'Un panier', 'key' => 'for-everybody', 'terms' => ['permaculture'], 'territories' => [['code' => '11206', 'kind' => 'commune', 'name' => '']]], 201);
		$this->data('POST', '/notices', self::person(0), ['kind' => 'need', 'title' => 'Un secret', 'key' => 'for-a-group', 'groupId' => $this->things['group'], 'audience' => 'group'], 201);
		$this->data('POST', "/sheets/{$this->things['file']}/signatures", self::person(0), ['hash' => $this->things['hash']]);
		$archive = $this->exported(self::person(0));
		$card = $this->data('GET', '/members/me', self::person(0));

		$this->kernel = self::emptyKernel();
		$this->load(self::VOCABULARY);
		$this->account('arrived');
		$this->account('other');
		$this->card('other');
		$output = $this->imported('arrived', $archive);
		$own = $this->data('GET', '/members/me', 'arrived');
		self::assertSame(['draft', 'arrived', $card['name'], $card['drives'], $card['seeks'], $card['territories'], (array)$card['contact']], [$own['status'], $own['uid'], $own['name'], $own['drives'], $own['seeks'], $own['territories'], (array)$own['contact']]);
		self::assertSame($card['audience'], $own['audience']);
		self::assertSame(404, $this->ask('GET', "/members/{$own['id']}", 'other')->status);
		self::assertSame([], $this->data('GET', "/members/{$own['id']}/export", 'arrived')['consents'], 'it agrees to nothing');
		self::assertStringContainsString('The card was imported as a draft', $output);
		self::assertStringContainsString('Left out: the notice “Un secret” (it was for the people of a group).', $output);
		self::assertStringContainsString('Notices imported: 1.', $output);
		self::assertStringContainsString('Saved searches imported: 1.', $output);
		foreach (['No group was joined', 'Nothing was signed', 'The conversations were not imported', 'No agreement was imported', 'Minutes under review were not imported'] as $sentence) {
			self::assertStringContainsString($sentence, $output);
		}
		self::assertStringNotContainsString('does not know it', $output, 'each section has a domain that answers for it');
		$notices = $this->data('GET', "/members/{$own['id']}/export", 'arrived')['notices'];
		self::assertSame([['Des pommes', 'Un panier', 'ended', ['permaculture'], 'Limoux']], array_map(static fn (array $one): array => [$one['title'], $one['text'], $one['state'], $one['terms'], $one['territories'][0]['name']], $notices));
		self::assertSame([], $this->data('GET', '/notices', 'other')['notices']);

		$before = $this->content();
		self::assertStringContainsString('has a card already', $this->imported('arrived', $archive));
		self::assertSame($before, $this->content(), 'the second time nothing changes');
		self::assertSame([], Orphans::find($this->kernel->get(IDBConnection::class)));

		// Publishing is what agrees.
		$this->data('PUT', "/members/{$own['id']}/status", 'arrived', ['status' => 'published', 'version' => $own['version']]);
		self::assertSame(['written by the person'], array_column($this->data('GET', "/members/{$own['id']}/export", 'arrived')['consents'], 'how'));
		self::assertSame(200, $this->ask('GET', "/members/{$own['id']}", 'other')->status);
	}

	public function testWhatWasOpenedAndChangedSinceIsNotBroughtAgain(): void {
		$this->account('alice');
		$archive = self::archive(['member' => ['name' => 'Alice'], 'notices' => [
			['kind' => 'offer', 'title' => 'Une échelle', 'published' => '2026-05-01T10:00:00+00:00'],
			['kind' => 'need', 'title' => 'Un puits', 'published' => '2999-01-01T00:00:00+00:00'],
		]]);
		self::assertStringContainsString('Notices imported: 2.', $this->imported('alice', $archive));
		$own = $this->data('GET', '/members/me', 'alice');
		$this->data('PUT', "/members/{$own['id']}/status", 'alice', ['status' => 'published', 'version' => $own['version']]);
		$id = array_column($this->data('GET', '/notices/mine', 'alice')['notices'], 'id', 'title')['Une échelle'];
		$open = $this->data('POST', "/notices/$id/reopening", 'alice');
		$this->data('PUT', "/notices/$id", 'alice', ['version' => $open['version'], 'title' => 'Une grande échelle']);
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 60);
		$before = $this->content();
		self::assertStringNotContainsString('Notices imported', $this->imported('alice', $archive));
		self::assertSame($before, $this->content());
	}

	public function testToOpenWhatWasBroughtIsToPublishIt(): void {
		$this->kernel->config['ratelimit.protection.enabled'] = true;
		$this->account('alice');
		$this->imported('alice', self::archive(['member' => ['name' => 'Alice'], 'notices' => array_map(static fn (int $n): array => ['kind' => 'offer', 'title' => "Annonce $n"], range(1, 12))]));
		$own = $this->data('GET', '/members/me', 'alice');
		$this->data('PUT', "/members/{$own['id']}/status", 'alice', ['status' => 'published', 'version' => $own['version']]);
		$ids = array_column($this->data('GET', "/notices/mine?limit=12", 'alice')['notices'], 'id');
		foreach (array_slice($ids, 0, 10) as $i => $id) {
			self::assertSame('open', $this->data('POST', "/notices/$id/" . ($i % 2 === 0 ? 'reopening' : 'renewal'), 'alice', [])['state']);
		}
		$this->data('POST', "/notices/$ids[0]/renewal", 'alice', []);
		$this->assertRefused(429, 'enough_notices', 'POST', "/notices/$ids[10]/reopening", 'alice');
		$this->assertRefused(429, 'enough_notices', 'POST', "/notices/$ids[10]/renewal", 'alice', []);
		self::assertSame('ended', $this->data('GET', "/notices/$ids[10]", 'alice')['state']);
	}

	public function testTheAccountItCameFromStaysAsItIs(): void {
		$this->stage();
		foreach ([self::person(0), 'odile', 'linh'] as $uid) {
			$archive = $this->exported($uid);
			$before = $this->content();
			$this->imported($uid, $archive);
			self::assertSame($before, $this->content(), $uid);
		}
	}

	public function testAnAccountWithoutACard(): void {
		$this->account('alice');
		$this->data('POST', '/searches', 'alice', ['name' => 'Eau', 'q' => 'eau'], 201);
		$archive = $this->exported('alice');
		self::assertNull(json_decode($archive->files['reseau/reseau.json'], true)['member']);
		self::assertStringContainsString('Eau', $archive->files['reseau/reseau.html']);
		$this->account('bob');
		self::assertStringContainsString('Saved searches imported: 1.', $this->imported('bob', $archive));
		self::assertSame(404, $this->ask('GET', '/members/me', 'bob')->status);
	}

	public function testWhatANetworkDoesNotKnowIsLeftOut(): void {
		$this->account('alice');
		$archive = self::archive(['member' => [
			'name' => ['Alice'], 'drives' => str_repeat('x', 100_000), 'headline' => 'En bref',
			'seeks' => [['text' => 'Un puits', 'terms' => ['permaculture', 'unknown-term']], ['text' => 'Un autre', 'terms' => [], 'kind' => 'unknown'], 'no item'],
			'sectors' => ['arts-culture', 'unknown-sector'], 'values' => ['Douceur'],
			'territories' => [['code' => '11206', 'kind' => 'commune'], ['code' => 'XX', 'kind' => 'commune']],
			'contact' => ['email' => 'no address', 'phone' => '01 99 00 11 22'],
			'audience' => ['headline' => 'me', 'drives' => 'the whole world'],
			'status' => 'published', 'uid' => 'root', 'can' => ['edit' => true],
		], 'notices' => [['title' => 'Sans genre'], ['title' => "\e[2J<error>Effacé"], 'no notice', ['kind' => 'offer', 'title' => 'Une échelle', 'terms' => ['unknown'], 'published' => '2999-01-01T00:00:00+00:00', 'state' => 'open', 'territories' => 'none']],
			'searches' => [['name' => 'Groupe', 'q' => '', 'facet' => ['group' => ['1']]], ['name' => 'Eau', 'q' => 'eau', 'facet' => ['group' => ['1']]]],
			'fromTheFuture' => [1],
		]);
		$output = $this->imported('alice', $archive);
		$own = $this->data('GET', '/members/me', 'alice');
		self::assertSame(['draft', 'alice', 'Alice', 'En bref', [['text' => 'Un puits', 'terms' => ['permaculture']]], ['arts-culture'], ['Douceur'], ['Limoux'], ['phone' => '01 99 00 11 22'], 'me'], [
			$own['status'], $own['uid'], $own['name'], $own['headline'], $own['seeks'], $own['sectors'], $own['values'], array_column($own['territories'], 'name'), (array)$own['contact'], $own['audience']['headline'],
		]);
		foreach (['seeks: “unknown-term”', 'sectors: “unknown-sector”', 'drives, ', 'email', 'who sees drives', ', name.', 'the notice “Sans genre”', 'the notice “ [2J<error>Effacé” (', 'Left out of the saved search “Groupe”: its groups.', 'the saved search “Groupe” (nothing_to_keep)', 'does not know it: fromTheFuture'] as $left) {
			self::assertStringContainsString($left, $output);
		}
		$notices = $this->data('GET', "/members/{$own['id']}/export", 'alice')['notices'];
		self::assertSame([['Une échelle', 'ended', '2026-11-24T12:00:00+00:00']], array_map(static fn (array $one): array => [$one['title'], $one['state'], $one['published']], $notices));
	}

	/** @return iterable<string, array{?string, string}> */
	public static function refused(): iterable {
		yield 'nothing' => [null, 'is missing, damaged or too large'];
		yield 'no JSON' => ['{"format":', 'is missing, damaged or too large'];
		yield 'a list' => ['[]', 'not an export of Réseau'];
		yield 'a text' => ['"reseau-member-1"', 'is missing, damaged or too large'];
		yield 'another format' => ['{"format":"other-1"}', 'not an export of Réseau'];
		yield 'a newer version' => ['{"format":"reseau-member-2","member":{"name":"Alice"}}', 'was written by a newer version of Réseau. Update Réseau here first'];
		yield 'a much newer version' => ['{"format":"reseau-member-999999999","member":{"name":"Alice"}}', 'was written by a newer version'];
		yield 'too long' => ['{"format":"reseau-member-1","member":{"name":"Alice","drives":"' . str_repeat('x', 4_000_000) . '"}}', 'is missing, damaged or too large'];
		yield 'too deep' => ['{"format":"reseau-member-1","member":' . str_repeat('[', 40) . str_repeat(']', 40) . '}', 'is missing, damaged or too large'];
	}

	#[DataProvider('refused')]
	public function testWhatCannotBeReadIsRefusedWithASentence(?string $text, string $why): void {
		$this->account('alice');
		$archive = new Archive();
		$archive->files = $text === null ? [] : ['reseau/reseau.json' => $text];
		$before = $this->content();
		try {
			$this->imported('alice', $archive);
			self::fail('It was imported');
		} catch (UserMigrationException $e) {
			self::assertStringContainsString($why, $e->getMessage());
			self::assertStringContainsString('othing was imported', $e->getMessage());
		}
		self::assertSame($before, $this->content());
	}

	public function testAnArchiveOfANewerVersionOrWithoutReseau(): void {
		$migrator = $this->kernel->get(AccountMigrator::class);
		$archive = new Archive();
		$archive->version = 2;
		self::assertFalse($migrator->canImport($archive));
		$archive->version = null;
		self::assertTrue($migrator->canImport($archive));
		$this->account('alice');
		self::assertStringContainsString('nothing of Réseau in this archive', $this->imported('alice', $archive));
	}

	/** @param array<string, mixed> $data */
	private static function archive(array $data): Archive {
		$archive = new Archive();
		$archive->files['reseau/reseau.json'] = json_encode(['format' => 'reseau-member-1'] + $data, JSON_THROW_ON_ERROR);
		return $archive;
	}

	/** As a job does it: nobody is logged in. */
	private function exported(string $uid): Archive {
		$archive = new Archive();
		$this->kernel->request('GET', '/');
		$this->kernel->get(AccountMigrator::class)->export($this->kernel->get(IUserManager::class)->get($uid), $archive, new BufferedOutput());
		return $archive;
	}

	private function imported(string $uid, Archive $archive): string {
		$this->kernel->request('GET', '/');
		$output = new BufferedOutput();
		$this->kernel->get(AccountMigrator::class)->import($this->kernel->get(IUserManager::class)->get($uid), $archive, $output);
		return $output->fetch();
	}

	/** @return array<string, list<array<string, mixed>>> all rows */
	private function content(): array {
		$db = $this->kernel->get(IDBConnection::class)->doctrine;
		$content = [];
		foreach ($db->createSchemaManager()->listTableNames() as $table) {
			if (str_starts_with($table, 'oc_') && !in_array($table, ['oc_sandbox_attempts', 'oc_sandbox_sessions'], true)) {
				$rows = $db->fetchAllAssociative("SELECT * FROM $table");
				usort($rows, static fn (array $a, array $b): int => array_values($a) <=> array_values($b));
				$content[$table] = $rows;
			}
		}
		return $content;
	}
}

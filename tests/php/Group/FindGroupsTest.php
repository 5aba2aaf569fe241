<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;

use OCA\Reseau\Integration\Command\ReindexCommand;
use OCA\Reseau\Integration\GroupSearchProvider;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Service\SearchQuery;

/** Groups by their words. */
#[Group('databases')]
class FindGroupsTest extends NetworkTestCase {
	public function testTheDemonstrationNetworkFindsItsGroupForDigitalTools(): void {
		$this->kernel = self::emptyKernel();
		$this->demo();
		foreach (['informatique', 'l’outil numérique', 'outils numeriques libres', 'numér'] as $words) {
			self::assertSame('Outils numériques libres et lisibles', $this->titles('maelle-roumegous', $words)[0] ?? null, $words);
		}
		// Only the mandate has it.
		self::assertSame(['Outils numériques libres et lisibles'], $this->titles('maelle-roumegous', 'hébergeur associatif'));
		self::assertSame('Outils numériques libres et lisibles', $this->unified('maelle-roumegous', 'informatique')[0]);
	}

	public function testTheIndexFollowsTheGroup(): void {
		$this->account('alice');
		$this->account('bob');
		$this->card('alice', ['name' => 'Alice']);
		$made = $this->data('POST', '/groups', 'alice', ['title' => 'Laine', 'purpose' => 'Filer ensemble', 'mandate' => ['mayAdvance' => ['Acheter un rouet'], 'mustNot' => [], 'with' => []]], 201);
		foreach (['laine', 'filer', 'rouets'] as $words) {
			self::assertSame(['Laine'], $this->titles('bob', $words), $words);
		}
		$this->data('PUT', "/groups/{$made['id']}", 'alice', ['title' => 'Tissage', 'version' => $made['version']]);
		self::assertSame([[], ['Tissage']], [$this->titles('bob', 'laine'), $this->titles('bob', 'tissage')]);
		$this->occ(ReindexCommand::class);
		self::assertSame(['Tissage'], $this->titles('bob', 'rouet'));
		$this->data('DELETE', "/groups/{$made['id']}", 'alice');
		self::assertSame([], $this->titles('bob', 'tissage'));
		$left = $this->kernel->get(IDBConnection::class)->executeQuery("SELECT COUNT(*) FROM `*PREFIX*reseau_index` WHERE object_type = 'group'")->fetchOne();
		self::assertSame(0, (int)$left);
	}

	public function testThemePlaceAndNeedFindAGroup(): void {
		$this->account('alice');
		$this->account('bob');
		$this->card('alice', ['name' => 'Alice']);
		$lodeve = ['code' => '34142', 'kind' => 'commune', 'name' => 'Lodève'];
		$made = $this->data('POST', '/groups', 'alice', ['title' => 'Laine', 'terms' => ['permaculture', 'enfants'], 'territories' => [$lodeve]], 201);
		$this->groupsOf(['Four' => 'Cuire le pain']);
		foreach (['permaculture', 'Enfants', 'lodève', 'Hérault', 'occitanie'] as $words) {
			self::assertSame(['Laine'], $this->titles('bob', $words), $words);
		}
		self::assertSame([], $this->titles('bob', 'camion'));
		$edited = $this->data('PUT', "/groups/{$made['id']}", 'alice', ['seeks' => ' Un camion ', 'territories' => [], 'version' => $made['version']]);
		self::assertSame(['Un camion', ['permaculture', 'enfants'], []], [$edited['seeks'], $edited['terms'], $edited['territories']]);
		self::assertSame([['Laine'], ['Laine'], []], [$this->titles('bob', 'camions'), $this->titles('bob', 'permaculture'), $this->titles('bob', 'lodève')]);
		// The row in the list has what it is found by.
		$listed = array_column($this->data('GET', '/groups', 'bob'), null, 'title')['Laine'];
		self::assertSame(['Un camion', ['permaculture', 'enfants'], []], [$listed['seeks'], $listed['terms'], $listed['territories']]);
	}

	public function testAMergedTermFindsOlderGroups(): void {
		$this->load(['sectors' => [], 'themes' => [['id' => 'permaculture', 'fr' => 'Permaculture'], ['id' => 'jardinage', 'fr' => 'Jardinage']]]);
		$this->facilitator('romain');
		$this->load([['id' => 'four', 'title' => 'Four', 'terms' => ['permaculture'], 'memberships' => []]]);
		$terms = array_column($this->data('GET', '/vocabulary/terms', 'romain')['lists']['themes'], null, 'slug');
		$this->data('PUT', "/vocabulary/terms/{$terms['permaculture']['id']}/state", 'romain', ['version' => $terms['permaculture']['version'], 'state' => 'merged', 'into' => $terms['jardinage']['id']]);
		foreach (['jardinage', 'permaculture'] as $word) {
			self::assertSame(['Four'], $this->titles('romain', $word), $word);
		}
		self::assertSame(['jardinage'], $this->data('GET', '/groups', 'romain')[0]['terms']);
	}

	public function testGroupsWithSomeOfTheWordsAreMarkedAsSuch(): void {
		$this->account('alice');
		$this->groupsOf(['Jardin' => 'Semer et récolter', 'Four' => 'Cuire le pain', 'Pain' => '']);
		$found = $this->data('GET', '/groups/found', 'alice', ['q' => 'jardin four pain']);
		self::assertSame([true, ['Four', 'Jardin', 'Pain'], 3], [$found['near'] ?? false, self::sorted(array_column($found['groups'], 'title')), $found['total']]);
		self::assertSame('Four', $found['groups'][0]['title'], 'it has two of them');
		self::assertSame([], $this->unified('alice', 'jardin four pain'), 'which this list cannot show');
		$corrected = $this->data('GET', '/groups/found', 'alice', ['q' => 'jradin']);
		self::assertSame([['Jardin'], [['from' => 'jradin', 'to' => 'Jardin']]], [array_column($corrected['groups'], 'title'), $corrected['corrected']]);
	}

	public function testPageByPage(): void {
		$this->account('alice');
		$this->groupsOf(array_fill_keys(array_map(static fn (int $i): string => "Chemin $i", range(1, 5)), ''));
		foreach (['chemin', ''] as $words) {
			$titles = [];
			$cursor = '';
			do {
				$page = $this->data('GET', '/groups/found', 'alice', array_filter(['q' => $words, 'cursor' => $cursor, 'limit' => 2]));
				self::assertSame(5, $page['total']);
				$titles = [...$titles, ...array_column($page['groups'], 'title')];
				$cursor = $page['next'];
			} while ($cursor !== null);
			self::assertSame(array_map(static fn (int $i): string => "Chemin $i", range(1, 5)), $words === '' ? $titles : self::sorted($titles));
		}
		foreach (['limit' => '0', 'cursor' => 'x'] as $what => $value) {
			$this->assertRefused(400, "bad_$what", 'GET', '/groups/found', 'alice', [$what => $value]);
		}
	}

	/** @param array<string, string> $purposes by title */
	private function groupsOf(array $purposes): void {
		$this->load(array_map(
			static fn (string $title, string $purpose): array => ['id' => "g-$title", 'title' => $title, 'purpose' => $purpose, 'memberships' => []],
			array_keys($purposes),
			$purposes,
		));
	}

	/** @return list<string> */
	private function titles(string $uid, string $words): array {
		return array_column($this->data('GET', '/groups/found', $uid, ['q' => $words])['groups'], 'title');
	}

	/** @return list<string> titles in Nextcloud's own search */
	private function unified(string $uid, string $words): array {
		$user = $this->kernel->get(IUserManager::class)->get($uid);
		$found = $this->kernel->get(GroupSearchProvider::class)->search($user, new SearchQuery($words, 10, null));
		return array_column(json_decode(json_encode($found, JSON_THROW_ON_ERROR), true, 8, JSON_THROW_ON_ERROR)['entries'], 'title');
	}

	/**
	 * @param list<string> $list
	 * @return list<string>
	 */
	private static function sorted(array $list): array {
		sort($list);
		return $list;
	}
}

<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Files\Event\LoadAdditionalScriptsEvent;
use OCA\Reseau\Group\Group;
use OCA\Reseau\Group\GroupMapper;
use OCA\Reseau\Integration\Files\LoadTab;
use OCA\Reseau\Integration\GroupSearchProvider;
use OCA\Reseau\Integration\ProfileCard;
use OCA\Reseau\Integration\Profile\LoadSection;
use OCA\Reseau\Integration\References\LoadWidget;
use OCA\Reseau\Integration\References\ShowcaseReferenceProvider;
use OCA\Reseau\Integration\References\ThingReferenceProvider;
use OCA\Reseau\Integration\TeamResources;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\Collaboration\Reference\RenderReferenceEvent;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IUserManager;
use OCP\IUserSession;
use OCP\Profile\BeforeTemplateRenderedEvent;
use PHPUnit\Framework\Attributes\DataProvider;
use Sandbox\Kernel\Registration;
use Sandbox\Service\InitialState;
use Sandbox\Service\SearchQuery;
use Sandbox\Service\Tree;

/** The network in Nextcloud's own places; SurfacesLeakTest tests who may see it. */
class SurfacesTest extends NetworkTestCase {
	public function testTheyAreRegistered(): void {
		$this->kernel->request('GET', '/');
		$registration = $this->kernel->get(Registration::class);
		self::assertSame([ThingReferenceProvider::class, ShowcaseReferenceProvider::class], $registration->referenceProviders);
		self::assertSame([TeamResources::class], $registration->teamResources);
		self::assertSame([ProfileCard::class], $registration->profileActions);
		self::assertContains(GroupSearchProvider::class, $registration->searchProviders);
		self::assertStringContainsString('<provider>OCA\Reseau\Integration\ContactsMenuCard</provider>', (string)file_get_contents(dirname(__DIR__, 3) . '/appinfo/info.xml'));
	}

	/** @return iterable<string, array{string, ?string}> */
	public static function addresses(): iterable {
		$here = 'http://localhost';
		yield 'a card' => ["$here/apps/reseau/members/CARD", 'Alice Vent'];
		yield 'with index.php' => ["$here/index.php/apps/reseau/members/CARD", 'Alice Vent'];
		yield 'copied with encryption' => ["https://localhost/apps/reseau/members/CARD", 'Alice Vent'];
		yield 'with a query and a fragment' => ["$here/apps/reseau/members/CARD?q=vent#top", 'Alice Vent'];
		yield 'with encoded letters' => ["$here/%61pps/reseau/m%65mbers/CARD", 'Alice Vent'];
		yield 'with dots' => ["$here/apps/files/../reseau/./members/CARD", 'Alice Vent'];
		yield 'encoded twice' => ["$here/apps/reseau/m%2565mbers/CARD", null];
		yield 'a page of hers' => ["$here/apps/reseau/groups/GROUP/roster", 'Groupe eau'];
		yield 'a file in the library' => ["$here/index.php/apps/reseau/library?folder=999999&file=FILE", 'Plan.pdf'];
		yield 'the library' => ["$here/apps/reseau/library", null];
		yield 'the directory' => ["$here/apps/reseau/members", null];
		yield 'no number' => ["$here/apps/reseau/members/me", null];
		yield 'another app' => ["$here/apps/deck/board/1", null];
		yield 'a file, which Files unfolds' => ["$here/f/1", null];
		yield 'elsewhere' => ['https://elsewhere.example.org/apps/reseau/members/CARD', null];
		yield 'a name that begins alike' => ['http://localhost.example.org/apps/reseau/members/CARD', null];
		yield 'words' => ['Alice Vent', null];
	}

	#[DataProvider('addresses')]
	public function testAddressesOfOurPagesHaveAPreview(string $address, ?string $title): void {
		$this->account('alice');
		$card = $this->card('alice', ['name' => 'Alice Vent', 'trades' => ['Maraîchage'], 'audience' => ['trades' => 'members']]);
		$this->group('eau', $card);
		$file = $this->kernel->get(Tree::class)->make('alice', '/Plan.pdf', 'Texte')[0];
		$address = strtr($address, ['FILE' => $file, 'CARD' => $card['id'], 'GROUP' => $this->groupId('eau')]);
		$this->kernel->get(IUserSession::class)->setUser($this->kernel->get(IUserManager::class)->get('alice'));
		$provider = $this->kernel->get(ThingReferenceProvider::class);

		self::assertSame($title !== null, $provider->matchReference($address));
		self::assertSame($title, $provider->resolveReference($address)?->getTitle());
		if ($title === 'Alice Vent') {
			$reference = $provider->resolveReference($address);
			self::assertSame(['reseau_thing', $address], [$reference?->getRichObjectType(), $reference?->getUrl()]);
			self::assertEquals(
				['type' => 'member', 'id' => (string)$card['id'], 'title' => 'Alice Vent', 'line' => 'Maraîchage', 'url' => $address, 'icon' => 'person', 'uid' => 'alice', 'gone' => false],
				$reference?->getRichObject(),
			);
			self::assertSame("member:{$card['id']}", $provider->getCachePrefix($address));
		}
	}

	public function testPagesOfTheShowcaseHaveTheSamePreviewForEverybody(): void {
		$this->account('admin', ['admin']);
		$this->facilitator('fanny');
		$this->account('alice');
		$this->data('PUT', '/network', 'admin', ['showcase' => true, 'was' => ['showcase' => false]]);
		$this->data('PUT', '/showcase', 'fanny', ['open' => true]);
		$card = $this->card('alice', ['name' => 'Alice Vent', 'headline' => 'Tisse des paniers', 'audience' => ['headline' => 'public']])['id'];
		$this->data('PUT', "/members/$card/showcase", 'alice', ['shown' => true]);
		$address = "http://localhost/index.php/apps/reseau/public/people/$card?embed=1";
		$ask = function (?string $viewer, string $address): array {
			$this->kernel->request('GET', '/', $viewer);
			$provider = $this->kernel->get(ShowcaseReferenceProvider::class);
			$shown = [$provider->resolveReference($address)?->jsonSerialize(), $provider->getCacheKey($address)];
			self::assertEquals($shown, [$provider->resolveReferencePublic($address, 'token')?->jsonSerialize(), $provider->getCacheKeyPublic($address, 'token')]);
			return [$shown[0]['openGraphObject']['name'] ?? null, $shown[0]['openGraphObject']['description'] ?? null, $shown[1]];
		};
		[$name, $text, $key] = $ask(null, $address);
		self::assertSame(['Alice Vent', 'Tisse des paniers'], [$name, $text]);
		self::assertSame([$name, $text, $key], $ask('alice', $address));
		foreach (["%70ublic/people/$card", "public/p%65ople/$card", "x/../public/%2e/people/$card"] as $spelling) {
			self::assertTrue($this->kernel->get(ShowcaseReferenceProvider::class)->matchReference("http://localhost/apps/reseau/$spelling"), $spelling);
			self::assertSame('Alice Vent', $ask(null, "http://localhost/apps/reseau/$spelling")[0], $spelling);
		}
		self::assertSame('Personnes et organisations', $ask(null, 'http://localhost/apps/reseau/public/people/')[0]);
		foreach (['/groups/1', '/people/999999', '/people/0', '/groups/0', '/stories/0', '/0', '/charter', '/else', '/people/1/2', '/charter/3'] as $page) {
			self::assertSame([null, null], array_slice($ask(null, "http://localhost/apps/reseau/public$page"), 0, 2), $page);
		}
		$this->data('PUT', '/showcase', 'fanny', ['open' => false]);
		[$name, , $closed] = $ask(null, $address);
		self::assertSame([null, false], [$name, $closed === $key], 'nothing is answered from a cache');
		$provider = $this->kernel->get(ShowcaseReferenceProvider::class);
		foreach (['http://localhost/apps/reseau/publications', "http://localhost/apps/reseau/members/$card", 'https://example.org/apps/reseau/public'] as $other) {
			self::assertFalse($provider->matchReference($other), $other);
		}
	}

	public function testThePickerOffersWhatTheSearchFinds(): void {
		$this->kernel->request('GET', '/');
		$ids = array_map(fn (string $class): string => $this->kernel->get($class)->getId(), $this->kernel->get(Registration::class)->searchProviders);
		$offered = $this->kernel->get(ThingReferenceProvider::class)->jsonSerialize();
		self::assertSame([], array_diff($offered['search_providers_ids'], $ids));
		self::assertStringStartsWith('http', $offered['icon_url']);
	}

	public function testGroupsAreFoundByTitleAndPurpose(): void {
		$this->account('alice');
		$card = $this->card('alice', ['name' => 'Alice']);
		$this->group('eau', $card);
		$this->load([
			['id' => 'pluie', 'title' => 'Récupérer la pluie', 'purpose' => 'Des cuves pour les jardins', 'memberships' => []],
			['id' => 'jardins', 'title' => 'Jardins partagés', 'purpose' => 'Semer ensemble', 'memberships' => []],
		]);
		$search = function (string $words, int $limit = 5, mixed $cursor = null): array {
			$alice = $this->kernel->get(IUserManager::class)->get('alice');
			$found = $this->kernel->get(GroupSearchProvider::class)->search($alice, new SearchQuery($words, $limit, $cursor))->jsonSerialize();
			return [array_column(json_decode((string)json_encode($found['entries'], JSON_THROW_ON_ERROR), true), 'title'), $found['cursor']];
		};
		self::assertSame([['Jardins partagés', 'Récupérer la pluie'], null], $search('jardin'), 'by the title first');
		self::assertSame([['Récupérer la pluie'], null], $search('JARDINS recup'));
		self::assertSame([[], null], $search('jardin eau'));
		self::assertSame([[], null], $search('j'));
		self::assertSame([[], null], $search('  '));
		[$first, $next] = $search('jardin', 1);
		self::assertSame([['Jardins partagés'], [['Récupérer la pluie'], null]], [$first, $search('jardin', 1, $next)]);
		self::assertSame([[], null], $search('jardin', 5, 'made up'));
		$reply = $this->kernel->request('GET', '/ocs/v2.php/search/providers/reseau-groups/search', 'alice', ['term' => 'eau']);
		self::assertSame("http://localhost/apps/reseau/groups/{$this->groupId('eau')}", $reply->data()['entries'][0]['resourceUrl']);
	}

	public function testATeamShowsItsGroup(): void {
		$this->account('alice');
		$this->group('eau', $this->card('alice', ['name' => 'Alice']));
		$groups = $this->kernel->get(GroupMapper::class);
		$group = $groups->findById((int)$this->groupId('eau'));
		self::assertInstanceOf(Group::class, $group);
		$group->setTeamId('team-of-water');
		$groups->update($group);

		$resources = $this->kernel->get(TeamResources::class);
		$shared = array_map(static fn ($resource): array => $resource->jsonSerialize(), $resources->getSharedWith('team-of-water'));
		self::assertSame([[(string)$group->getId(), 'Groupe eau', "http://localhost/apps/reseau/groups/{$group->getId()}"]], array_map(static fn (array $one): array => [$one['id'], $one['label'], $one['url']], $shared));
		self::assertStringContainsString('currentColor', $shared[0]['provider']['icon']);
		self::assertSame([[], []], [$resources->getSharedWith('another'), $resources->getSharedWith('')]);
		self::assertSame(['team-of-water'], $resources->getTeamsForResource((string)$group->getId()));
		self::assertSame([[], [], []], [$resources->getTeamsForResource('999'), $resources->getTeamsForResource('no number'), $resources->getTeamsForResource('')]);
		self::assertTrue($resources->isSharedWithTeam('team-of-water', (string)$group->getId()));
		self::assertFalse($resources->isSharedWithTeam('another', (string)$group->getId()));

		$group->setTeamGone(true);
		$groups->update($group);
		self::assertSame([], $resources->getTeamsForResource((string)$group->getId()));
	}

	/** Nextcloud sends all of the app's words along with any script that is not called so: more than 40 kB of French on every page. */
	public function testTheScriptsOfTheHooksAreLoadedWithoutTranslations(): void {
		self::assertStringContainsString('l10n', LoadWidget::SCRIPT);
		self::assertStringContainsString('l10n', LoadTab::SCRIPT);
		self::assertStringContainsString('l10n', LoadSection::SCRIPT);
	}

	public function testAProfileShowsWhatItsPersonSeeksAndOffers(): void {
		$this->account('alice');
		$this->account('bob');
		$card = $this->card('alice', [
			'name' => 'Alice', 'seeks' => [['text' => 'Un jardin', 'terms' => []]], 'offers' => [['text' => 'Des graines', 'terms' => []], ['text' => 'Du temps', 'terms' => []]],
			'audience' => ['seeks' => 'me', 'offers' => 'members'],
		]);
		$shown = function (?string $viewer, string $account): ?array {
			$this->kernel->request('GET', '/', $viewer);
			$this->kernel->get(IEventDispatcher::class)->dispatchTyped(new BeforeTemplateRenderedEvent($account));
			$state = $this->kernel->get(InitialState::class)->all()['profile'] ?? null;
			return $state === null ? null : json_decode($state, true);
		};
		$section = [['title' => 'Offre', 'texts' => ['Des graines', 'Du temps']]];
		self::assertSame($section, $shown('bob', 'alice'));
		self::assertSame($section, $shown('alice', 'alice'), 'what is for no one else is not on a profile');
		self::assertNull($shown(null, 'alice'), 'on a public profile');
		self::assertNull($shown('alice', 'bob'), 'has no card');
		$this->data('PUT', "/members/{$card['id']}/status", 'alice', ['status' => 'paused', 'version' => $card['version']]);
		self::assertNull($shown('bob', 'alice'));
		self::assertNull($shown('alice', 'alice'));
	}

	public function testFilesGetsTheFewTextsShownBeforeTheTabIsOpened(): void {
		$this->account('alice');
		$this->kernel->request('GET', '/apps/reseau/', 'alice');
		$events = $this->kernel->get(IEventDispatcher::class);
		$state = $this->kernel->get(InitialState::class);
		$before = $state->all();
		$added = static fn (): array => array_values(array_diff_key(array_map(static fn (string $json): mixed => json_decode($json, true), $state->all()), $before));
		$events->dispatchTyped(new RenderReferenceEvent());
		self::assertSame(['fr'], $added());
		$events->dispatchTyped(new LoadAdditionalScriptsEvent());
		$words = ['action' => 'Relier au réseau', 'loading' => 'Chargement de ce qui entoure ce fichier…', 'failed' => 'Cet onglet n’a pas pu être chargé. Réessayez une fois la connexion revenue ; si cela ne suffit pas, rechargez la page.', 'retry' => 'Réessayer'];
		self::assertSame(['fr', $words], $added());
	}
}

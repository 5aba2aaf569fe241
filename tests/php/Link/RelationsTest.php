<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Link;

use OCA\Reseau\Integration\AddFirstRelations;
use OCA\Reseau\Integration\ImportFile;
use OCA\Reseau\Vocabulary\Relations;
use OCA\Reseau\Vocabulary\Vocabulary;

/** The network's relations in the hands of its facilitators: no link loses its words by it. */
class RelationsTest extends LinkTestCase {
	private const RELATION = ['list' => 'relations', 'labels' => ['fr' => 'héberge', 'en' => 'hosts'], 'inverse' => ['fr' => 'est hébergé par', 'en' => 'is hosted by'], 'meaning' => '', 'spellings' => []];

	public function testANetworkBeginsWithDefaultRelationsOnce(): void {
		$relations = $this->data('GET', '/relations', 'odile');
		self::assertSame(['carries', 'thanks-to', 'inspired-by', 'relay', 'resource-person', 'see-also', 'speaks-for'], array_column($relations, 'slug'));
		self::assertSame(['slug' => 'carries', 'label' => 'porte', 'inverse' => 'est porté par', 'offered' => true, 'from' => ['member', 'group'], 'to' => ['group', 'board', 'card', 'file', 'notice']], $relations[0]);
		self::assertSame(['slug' => 'see-also', 'label' => 'a un lien avec', 'inverse' => 'a un lien avec', 'offered' => true], $relations[5]);
		foreach ($this->lists()['relations'] as $entry) {
			$this->state($entry['slug'], 'removed');
		}
		$this->kernel->get(Relations::class)->begin();
		self::assertSame([], $this->data('GET', '/relations', 'odile'), 'what was taken out does not come back');
	}

	public function testANetworkThatBeganEarlierGetsWhatCameLaterOnce(): void {
		$qb = $this->kernel->get(\OCP\IDBConnection::class)->getQueryBuilder();
		$qb->delete('reseau_terms')->where($qb->expr()->in('slug', $qb->createNamedParameter(['speaks-for', 'relay'], \OCP\DB\QueryBuilder\IQueryBuilder::PARAM_STR_ARRAY)))->executeStatement();
		$this->kernel->get(Relations::class)->begin();
		self::assertEqualsCanonicalizing(['carries', 'thanks-to', 'inspired-by', 'resource-person', 'see-also', 'speaks-for'], array_column($this->data('GET', '/relations', 'odile'), 'slug'));
	}

	public function testPeopleSpeakForAnOrganisationAndForNoOneElse(): void {
		$this->account('steward');
		$fournil = 'member:' . $this->keptCard('steward', ['kind' => 'organisation', 'name' => 'Le Fournil'])['id'];
		[$odile, $linh, $group] = [$this->member('odile'), $this->member('linh'), "group:$this->group"];
		foreach ([[$odile, $linh], [$fournil, $odile], [$group, $fournil], [$odile, $group]] as [$a, $b]) {
			$this->assertRefused(422, 'wrong_relation', 'POST', '/links', 'linh', ['a' => self::ref($a), 'relation' => 'speaks-for', 'b' => self::ref($b)]);
		}
		$this->link('linh', $odile, 'speaks-for', $fournil);
		self::assertSame(['a pour porte-parole'], $this->around('linh', $fournil)['Odile']);
		self::assertSame(['parle pour'], $this->around('odile', $odile)['Le Fournil']);
		self::assertSame('organisation', $this->neighbourhood('linh', $fournil)['subject']['icon']);
	}

	public function testARelationIsAddedAndHasTwoLabels(): void {
		$made = $this->data('POST', '/vocabulary/terms', 'nadege', self::RELATION, 201);
		self::assertSame(['heberge', ['fr' => 'héberge', 'en' => 'hosts'], ['fr' => 'est hébergé par', 'en' => 'is hosted by'], 0], [$made['slug'], $made['labels'], $made['inverse'], $made['count']]);
		$this->link('odile', "group:$this->group", 'heberge', $this->member('linh'));
		self::assertSame(['est hébergé par'], $this->around('odile', $this->member('linh'))['Eau de pluie']);
		self::assertSame(1, $this->entry('heberge')['count']);
		$this->assertRefused(403, 'not_yours', 'POST', '/vocabulary/terms', 'odile', ['labels' => ['fr' => 'abrite']] + self::RELATION);
	}

	public function testAChangedRelationIsShownInItsLinksImmediately(): void {
		$this->link('odile', $this->member('odile'), 'carries', "group:$this->group");
		$entry = $this->entry('carries');
		$changed = $this->data('PUT', "/vocabulary/terms/{$entry['id']}", 'nadege', ['version' => $entry['version'], 'labels' => ['fr' => 'soutient'], 'inverse' => ['fr' => 'a pour soutien'], 'meaning' => '', 'spellings' => []]);
		self::assertSame(['fr' => 'a pour soutien'], $changed['inverse']);
		self::assertContains('soutient', $this->around('odile', $this->member('odile'))['Eau de pluie']);
		self::assertContains('a pour soutien', $this->around('odile', "group:$this->group")['Odile']);
		self::assertArrayNotHasKey('from', $this->data('GET', '/relations', 'odile')[0], 'nobody knows between which things it makes sense now');
		$alike = $this->data('PUT', "/vocabulary/terms/{$entry['id']}", 'nadege', ['version' => $changed['version'], 'labels' => ['fr' => 'va avec'], 'meaning' => '', 'spellings' => []]);
		self::assertEmpty($alike['inverse']);
		self::assertContains('va avec', $this->around('odile', "group:$this->group")['Odile']);
	}

	public function testARetiredRelationIsKeptOnItsLinks(): void {
		$this->link('odile', $this->member('odile'), 'carries', "group:$this->group");
		$this->state('carries', 'retired');
		self::assertContains('porte', $this->around('odile', $this->member('odile'))['Eau de pluie']);
		self::assertFalse($this->data('GET', '/relations', 'odile')[0]['offered']);
		$this->assertRefused(422, 'unknown_relation', 'POST', '/links', 'odile', ['a' => self::ref($this->member('linh')), 'relation' => 'carries', 'b' => self::ref("group:$this->group")]);
		$this->state('carries', 'offered');
		$this->link('odile', $this->member('linh'), 'carries', "group:$this->group");
	}

	public function testTwoRelationsAreMergedAndSeparated(): void {
		$this->link('odile', $this->member('odile'), 'relay', "group:$this->group");
		$this->state('relay', 'merged', 'carries');
		self::assertSame(['vous facilitez ce groupe', 'porte'], $this->around('odile', $this->member('odile'))['Eau de pluie']);
		self::assertSame(['porte', false], [$this->data('GET', '/relations', 'odile')[3]['label'], $this->data('GET', '/relations', 'odile')[3]['offered']]);
		$this->state('relay', 'offered');
		self::assertSame(['vous facilitez ce groupe', 'fait le relais de'], $this->around('odile', $this->member('odile'))['Eau de pluie']);
	}

	public function testARelationInUseIsNotRemovedAndOnlyVisibleLinksAreCounted(): void {
		$this->link('linh', $this->member('odile'), 'relay', $this->member('linh'));
		$entry = $this->entry('relay');
		$this->assertRefused(409, 'term_in_use', 'PUT', "/vocabulary/terms/{$entry['id']}/state", 'nadege', ['state' => 'removed', 'version' => $entry['version']]);
		$this->data('PUT', "/members/{$this->cards['linh']['id']}/status", 'linh', ['status' => 'paused', 'version' => $this->cards['linh']['version']]);
		self::assertSame(0, $this->entry('relay')['count']);
		$this->state('relay', 'removed');
		self::assertSame(['a pour relais'], $this->around('linh', $this->member('linh'))['Odile'], 'people who have it keep its words');
	}

	/** The table by kinds is that of Vocabulary\Relations: what it does not have is refused, in one direction and the other. */
	public function testARelationThatMakesNoSenseIsRefused(): void {
		[$odile, $linh, $group] = [$this->member('odile'), $this->member('linh'), "group:$this->group"];
		foreach ([[$odile, 'carries', $linh], [$group, 'carries', $odile], [$group, 'resource-person', $odile], [$odile, 'resource-person', $linh]] as [$a, $relation, $b]) {
			self::assertSame('relation', $this->assertRefused(422, 'wrong_relation', 'POST', '/links', 'linh', ['a' => self::ref($a), 'relation' => $relation, 'b' => self::ref($b)])['field']);
		}
		foreach ([[$odile, 'carries', $group], [$odile, 'thanks-to', $linh], [$group, 'inspired-by', $odile], [$group, 'see-also', $odile], [$odile, 'see-also', $group]] as [$a, $relation, $b]) {
			$this->link('linh', $a, $relation, $b);
		}
	}

	public function testALinkThatMakesNoSenseAnyMoreStaysAndCanBeRemoved(): void {
		$qb = $this->kernel->get(\OCP\IDBConnection::class)->getQueryBuilder();
		$qb->insert('reseau_links')->values(array_map($qb->createNamedParameter(...), [
			'id' => 77, 'a_type' => 'member', 'a_id' => $this->cards['odile']['id'], 'b_type' => 'member', 'b_id' => $this->cards['linh']['id'], 'relation' => 'carries', 'author_uid' => 'yamina', 'created_at' => 1,
		]))->executeStatement();
		self::assertSame(['porte'], $this->around('yamina', $this->member('odile'))['Linh']);
		$this->data('DELETE', '/links/77', 'linh');
		self::assertSame([], $this->around('yamina', $this->member('odile'), 'people'));
	}

	public function testASentenceHasBothNamesAndIsElidedInFrench(): void {
		$relations = $this->kernel->get(Relations::class);
		self::assertSame('Odile est personne-ressource pour Eau de pluie', $relations->sentence('resource-person', 'Odile', 'Eau de pluie', 'fr'));
		self::assertSame('Linh s’inspire d’Eau de pluie', $relations->sentence('inspired-by', 'Linh', 'Eau de pluie', 'fr'));
		self::assertSame('Linh is inspired by Eau de pluie', $relations->sentence('inspired-by', 'Linh', 'Eau de pluie', 'en'));
	}

	public function testTheVocabularyOfCardsHasNoRelations(): void {
		self::assertArrayNotHasKey('relations', $this->data('GET', '/vocabulary', 'odile'));
		$this->data('POST', '/vocabulary/terms', 'nadege', ['list' => 'values', 'labels' => ['fr' => 'Carries'], 'inverse' => ['fr' => 'x'], 'meaning' => '', 'spellings' => []], 201);
		self::assertSame('carries-2', $this->lists()['values'][1]['slug'], 'ids are unique over the lists');
		self::assertArrayNotHasKey('inverse', $this->lists()['values'][1]);
	}

	public function testRelationsAreExportedWithTheVocabulary(): void {
		$this->data('POST', '/vocabulary/terms', 'nadege', self::RELATION, 201);
		$export = $this->kernel->get(Vocabulary::class)->export();
		$this->kernel->reset();
		$report = $this->kernel->get(ImportFile::class)->loadData($export + ['values' => []]);
		self::assertSame(0, $report->counts()['skipped'], json_encode($report->rows()));
		$this->account('odile');
		self::assertSame(['héberge', 'est hébergé par'], array_map(fn (string $side): string => $this->data('GET', '/relations', 'odile')[7][$side], ['label', 'inverse']));
		$this->kernel->get(AddFirstRelations::class)->run($this->kernel->get(\Sandbox\Service\Migrator::class));
		self::assertCount(8, $this->data('GET', '/relations', 'odile'));
	}

	/** @return array<string, list<array<string, mixed>>> */
	private function lists(): array {
		return $this->data('GET', '/vocabulary/terms', 'nadege')['lists'];
	}

	/** @return array<string, mixed> */
	private function entry(string $slug): array {
		return array_column($this->lists()['relations'], null, 'slug')[$slug];
	}

	private function state(string $slug, string $state, ?string $into = null): void {
		$entry = $this->entry($slug);
		$this->data('PUT', "/vocabulary/terms/{$entry['id']}/state", 'nadege', ['state' => $state, 'version' => $entry['version']] + ($into === null ? [] : ['into' => $this->entry($into)['id']]));
	}
}

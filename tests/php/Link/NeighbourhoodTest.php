<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Link;

use OCA\Files_Trashbin\Events\NodeRestoredEvent;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\Files\IRootFolder;
use OCP\IConfig;
use OCP\IDBConnection;
use Sandbox\Service\Mounts;
use Sandbox\Service\Store;
use Sandbox\Service\Tree;

/** Neighbours of a thing without a link, and things found to link. */
class NeighbourhoodTest extends LinkTestCase {
	public function testNeighboursOfAPersonAreTheirGroupsAndTheirMembers(): void {
		$this->comeIn('linh', ['commitment' => 'Tient le journal du puits']);
		$this->comeIn('yamina');
		self::assertSame(['Odile' => ['facilite Eau de pluie'], 'Yamina' => ['participe aussi à Eau de pluie'], 'Eau de pluie' => ['Tient le journal du puits']], $this->around('nadege', $this->member('linh')));
		self::assertSame(['Linh' => ['participe aussi à Eau de pluie'], 'Yamina' => ['participe aussi à Eau de pluie'], 'Eau de pluie' => ['est facilité par Odile']], $this->around('nadege', $this->member('odile')));
		self::assertSame(['Odile' => ['facilite ce groupe'], 'Linh' => ['Tient le journal du puits'], 'Yamina' => ['participe à ce groupe']], $this->around('nadege', "group:$this->group"));
	}

	public function testABondBetweenPeopleNamesTheGroupItGoesThrough(): void {
		$this->comeIn('linh');
		$bonds = fn (string $thing): array => array_column($this->neighbourhood('nadege', $thing, 'people')['kinds'][0]['items'], 'bonds', 'title')['Odile'];
		self::assertSame(
			[['words' => 'facilite Eau de pluie', 'link' => null, 'through' => ['type' => 'group', 'id' => (string)$this->group]]],
			$bonds($this->member('linh')),
		);
		self::assertSame([['words' => 'facilite ce groupe', 'link' => null]], $bonds("group:$this->group"));
	}

	public function testAnInvitedOrFormerMemberIsNoNeighbour(): void {
		$this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $this->cards['yamina']['id']]);
		$this->comeIn('linh');
		$this->data('POST', "/groups/$this->group/leave", 'linh', []);
		self::assertSame(['Odile' => ['vous facilitez ce groupe']], $this->around('odile', "group:$this->group"));
		self::assertSame([], $this->around('odile', $this->member('linh')));
	}

	public function testTheFirstThreeOfEachKindAndAllOfOneKind(): void {
		foreach (['ana', 'bea', 'cléo', 'dia'] as $i => $uid) {
			$this->account("p$i");
			$this->cards["p$i"] = $this->card("p$i", ['name' => $uid]);
			$this->comeIn("p$i");
		}
		$people = $this->neighbourhood('linh', "group:$this->group")['kinds'][0];
		self::assertSame(['people', 5, ['Odile', 'ana', 'bea']], [$people['kind'], $people['total'], array_column($people['items'], 'title')]);
		$all = $this->neighbourhood('linh', "group:$this->group", 'people')['kinds'];
		self::assertSame([5, ['Odile', 'ana', 'bea', 'cléo', 'dia']], [$all[0]['total'], array_column($all[0]['items'], 'title')]);
		self::assertSame([], $this->neighbourhood('linh', "group:$this->group", 'resources')['kinds']);
	}

	public function testNeighboursOfABoardAreItsCardsAndTheirAssignees(): void {
		$board = $this->board('linh');
		$card = $this->deckCard($board, 'Nettoyer la citerne', 'linh');
		$this->deckCard($board, 'Compter les tuyaux');
		$kind = 'cards';
		self::assertSame(['Citernes' => ['est le tableau de ce groupe'], 'Compter les tuyaux' => ['est sur le tableau de ce groupe'], 'Nettoyer la citerne' => ['est sur le tableau de ce groupe']], $this->around('linh', "group:$this->group", $kind));
		self::assertSame(['Nettoyer la citerne' => ['est confiée à Linh']], $this->around('odile', $this->member('linh'), $kind));
		self::assertSame(['Linh' => ['est en charge de cette tâche Deck'], 'Eau de pluie' => ['a cette tâche Deck sur son tableau'], 'Citernes' => ['est le tableau de cette tâche Deck']], $this->around('odile', "card:$card"));
		self::assertSame(['Eau de pluie' => ['travaille sur ce tableau'], 'Compter les tuyaux' => ['est sur ce tableau'], 'Nettoyer la citerne' => ['est sur ce tableau']], $this->around('linh', "board:$board"));
		$subject = $this->neighbourhood('linh', "card:$card")['subject'];
		self::assertSame(['Nettoyer la citerne', 'Citernes', "/apps/deck/board/$board/card/$card", 'card'], [$subject['title'], $subject['line'], $subject['url'], $subject['icon']]);
	}

	public function testNeighboursOfAPersonIncludeTheBoardsOfTheirGroups(): void {
		$board = $this->board('yamina', 'nadege');
		$this->comeIn('linh');
		foreach (['odile', 'linh'] as $uid) {
			self::assertSame(['Citernes' => ['est le tableau du groupe Eau de pluie']], $this->around('yamina', $this->member($uid), 'cards'), $uid);
		}
		self::assertSame(['Tableau de Eau de pluie' => ['est le tableau du groupe Eau de pluie']], $this->around('linh', $this->member('odile'), 'cards'), 'who has not used Deck');
		self::assertSame([], $this->around('nadege', $this->member('yamina'), 'cards'), 'who reads a board is not in its group');
		$this->kernel->get(IConfig::class)->setUserValue('linh', 'deck', 'firstRun', 'no');
		self::assertSame([], $this->around('linh', $this->member('odile'), 'cards'), 'Deck does not show it to her');
		$this->data('POST', "/groups/$this->group/leave", 'linh', []);
		self::assertSame([], $this->around('yamina', $this->member('linh'), 'cards'), 'she has left');
		self::assertSame([$board], [(int)$this->neighbourhood('yamina', $this->member('odile'), 'cards')['kinds'][0]['items'][0]['id']]);
	}

	public function testDoneOrArchivedCardsHaveNoAssigneesAsNeighbours(): void {
		$board = $this->board('linh');
		$done = $this->deckCard($board, 'Faite', 'linh');
		$archived = $this->deckCard($board, 'Rangée', 'linh');
		$this->deck('odile')->mark($done, 'done', true);
		$this->deck('odile')->mark($archived, 'archived', true);
		// Moved to the stack of finished ones, and not marked.
		$this->deck('odile')->assign($this->deck('odile')->createCard($this->deck('odile')->createStack($board, 'Terminé', 1)['id'], ['title' => 'Finie'])['id'], 'linh');
		self::assertSame([], $this->around('odile', $this->member('linh'), 'cards'));
		self::assertSame(['Citernes' => ['est le tableau de ce groupe']], $this->around('odile', "group:$this->group", 'cards'));
		self::assertSame('Faite', $this->neighbourhood('odile', "card:$done")['subject']['title'], 'it is there for people who look for it');
	}

	public function testABoardIsHiddenFromPeopleWithoutAccess(): void {
		$board = $this->board();
		$card = $this->deckCard($board, 'Secret', 'odile');
		$this->link('odile', $this->member('linh'), 'see-also', "card:$card");
		$this->kernel->get(IConfig::class)->setUserValue('linh', 'deck', 'firstRun', 'no');
		foreach (["card:$card", "board:$board"] as $thing) {
			$this->assertRefused(404, 'not_found', 'GET', '/neighbourhood/' . str_replace(':', '/', $thing), 'linh');
		}
		self::assertSame([], $this->around('linh', "group:$this->group", 'cards'));
		self::assertSame([], $this->around('linh', $this->member('odile'), 'cards'));
		self::assertSame([], $this->around('linh', $this->member('linh')));
		self::assertSame([], $this->found('linh', 'secret'));
		self::assertSame([], $this->found('linh', "http://localhost/index.php/apps/deck/board/$board/card/$card"));
		self::assertSame(['Secret' => ['a un lien avec']], $this->around('odile', $this->member('linh')));
	}

	public function testDeckIsNotQueriedForPeopleWhoHaveNotUsedIt(): void {
		$board = $this->board();
		$card = $this->deckCard($board, 'Nettoyer', 'odile');
		$this->comeIn('linh');
		$this->deck('odile')->share($board, 0, 'linh', true, false, false);
		self::assertSame(['Tableau de Eau de pluie' => ['est le tableau de ce groupe']], $this->around('linh', "group:$this->group", 'cards'));
		self::assertSame([], $this->around('yamina', "group:$this->group", 'cards'), 'she is not in the group');
		$this->assertRefused(404, 'not_found', 'GET', "/neighbourhood/card/$card", 'linh');
		self::assertSame('yes', $this->kernel->get(IConfig::class)->getUserValue('linh', 'deck', 'firstRun', 'yes'), 'and it made no board of welcome');
		$this->kernel->get(Store::class)->put('appconfig', ['appid' => 'deck', 'configkey' => 'enabled'], ['configvalue' => 'no']);
		self::assertSame([], $this->around('odile', "group:$this->group", 'cards'));
	}

	public function testAFailureOfDeckCountsAsNoDeck(): void {
		$this->board();
		$this->kernel->get(IDBConnection::class)->executeStatement('DROP TABLE `*PREFIX*sandbox_things`');
		self::assertSame(['Odile' => ['vous facilitez ce groupe']], $this->around('odile', "group:$this->group"));
	}

	public function testAFolderOfAGroupAndWhatIsInIt(): void {
		$folder = $this->file('odile', Tree::COMMON . '/Eau', null);
		$this->file('odile', Tree::COMMON . '/Eau/Bilans', null);
		$file = $this->file('odile', Tree::COMMON . '/Eau/Bilans/2026.md');
		$this->set('folder_id', $folder);
		self::assertSame(['Eau' => ['est le dossier de ce groupe']], $this->around('linh', "group:$this->group", 'resources'));
		self::assertSame(['Eau de pluie' => ['en a fait son dossier']], $this->around('linh', "file:$folder"));
		self::assertSame(['Eau de pluie' => ['l’a dans son dossier']], $this->around('linh', "file:$file"));
		$subject = $this->neighbourhood('linh', "file:$file")['subject'];
		self::assertSame(['2026.md', 'Réseau commun / Eau / Bilans', "/f/$file", 'file', false], [$subject['title'], $subject['line'], $subject['url'], $subject['icon'], $subject['gone']]);
	}

	public function testAFileAttachedToACard(): void {
		$board = $this->board('linh');
		$card = $this->deckCard($board, 'Nettoyer');
		$file = $this->file('odile', Tree::COMMON . '/Plan.pdf');
		$private = $this->file('odile', '/Devis.pdf');
		$this->deck('odile')->attach($card, $file);
		$this->deck('odile')->attach($card, $private);
		self::assertSame(['Devis.pdf', 'Plan.pdf'], array_keys($this->around('odile', "card:$card", 'resources')));
		self::assertSame(['Plan.pdf' => ['est joint à cette tâche Deck']], $this->around('linh', "card:$card", 'resources'));
		self::assertSame(['Nettoyer' => ['a ce fichier en pièce jointe']], $this->around('linh', "file:$file"));
		self::assertSame([], $this->around('yamina', "file:$file"));
	}

	public function testAFileTheViewerCannotSeeHasNoNeighbours(): void {
		$private = $this->file('odile', '/Devis.pdf');
		$this->link('odile', $this->member('linh'), 'see-also', "file:$private");
		self::assertSame(['Devis.pdf' => ['a un lien avec']], $this->around('odile', $this->member('linh')));
		self::assertSame([], $this->around('linh', $this->member('linh')));
		$this->assertRefused(404, 'not_found', 'GET', "/neighbourhood/file/$private", 'linh');
		$this->assertRefused(422, 'unknown_thing', 'POST', '/links', 'linh', ['a' => self::ref($this->member('linh')), 'relation' => 'carries', 'b' => self::ref("file:$private")]);
		self::assertSame([], $this->found('linh', "http://localhost/index.php/f/$private"));
	}

	public function testAThousandLinksFollowTheirFiles(): void {
		$tree = $this->kernel->get(Tree::class);
		$this->file('odile', Tree::COMMON . '/Avant', null);
		$this->file('odile', Tree::COMMON . '/Ailleurs', null);
		$files = array_map(fn (int $i): int => $this->file('odile', Tree::COMMON . "/Avant/$i.md"), range(1, 500));
		$db = $this->kernel->get(IDBConnection::class);
		foreach ($files as $file) {
			foreach ([['member', $this->cards['odile']['id']], ['group', $this->group]] as [$type, $id]) {
				$qb = $db->getQueryBuilder();
				$qb->insert('reseau_links')->values(array_map($qb->createNamedParameter(...), [
					'a_type' => $type, 'a_id' => $id, 'b_type' => 'file', 'b_id' => $file, 'relation' => 'carries', 'author_uid' => 'linh', 'created_at' => 1,
				]))->executeStatement();
			}
		}
		foreach ([1, 2, 3] as $i) {
			$tree->move('odile', Tree::COMMON . "/Avant/$i.md", Tree::COMMON . "/Ailleurs/Renommée $i.md");
		}
		$tree->move('odile', Tree::COMMON . '/Avant', Tree::COMMON . '/Ailleurs/Après');
		$copy = $tree->copy('odile', Tree::COMMON . '/Ailleurs/Après/4.md', Tree::COMMON . '/4.md');
		foreach ([$this->member('odile'), "group:$this->group"] as $subject) {
			$resources = $this->neighbourhood('linh', $subject, 'resources')['kinds'][0];
			self::assertSame(500, $resources['total']);
			self::assertEqualsCanonicalizing(array_map(strval(...), $files), array_column($resources['items'], 'id'));
			self::assertContains('Renommée 2.md', array_column($resources['items'], 'title'));
		}
		self::assertSame(['porté', 'porté'], array_map(static fn (array $words): string => explode(' ', $words[0])[1], array_values($this->around('linh', "file:$files[3]"))));
		self::assertSame([], $this->around('linh', "file:$copy"), 'a copy is another file');
	}

	public function testASheetIsAFileWithItsAuthorsAndGroups(): void {
		$this->useLibrary();
		$file = $this->file('odile', Tree::COMMON . '/citerne.md');
		$this->sheet($file, ['title' => 'La citerne du bourg', 'authors' => [$this->cards['odile']['id'], $this->cards['linh']['id']], 'groups' => [$this->group]]);
		$subject = $this->neighbourhood('yamina', "file:$file")['subject'];
		self::assertSame(['La citerne du bourg', 'Fiche pratique · a marché · Limoux', 'sheet', "/apps/reseau/library/sheet/$file"], [$subject['title'], $subject['line'], $subject['icon'], $subject['url']]);
		self::assertSame(['Linh' => ['a écrit ceci'], 'Odile' => ['a écrit ceci'], 'Eau de pluie' => ['travaille sur ce sujet']], $this->around('yamina', "file:$file"));
		self::assertSame(['La citerne du bourg' => ['a été écrit par cette personne']], $this->around('yamina', $this->member('linh'), 'resources'));
		self::assertSame(['La citerne du bourg' => ['ce groupe y travaille']], $this->around('yamina', "group:$this->group", 'resources'));
		self::assertSame(['La citerne du bourg'], $this->found('yamina', 'citerne bourg', 'file'));
		self::assertSame(['La citerne du bourg'], $this->found('yamina', 'citerne.md', 'file'), 'by the name of its file as well');
		$this->kernel->get(Tree::class)->remove('odile', Tree::COMMON . '/citerne.md');
		$left = $this->neighbourhood('linh', "file:$file")['subject'];
		self::assertSame(['La citerne du bourg', true, "/apps/reseau/library/sheet/$file"], [$left['title'], $left['gone'], $left['url']]);
	}

	public function testMinutesAreNeighboursOfTheGroupsTheyName(): void {
		$this->useLibrary();
		$file = $this->file('odile', Tree::COMMON . '/cr.md', 'Inscrits : Linh, Yamina');
		$this->sheet($file, ['kind' => 'minutes', 'title' => 'Compte rendu du 3 octobre', 'groups' => [$this->group]]);
		self::assertSame(['Eau de pluie' => ['est nommé dans ce compte rendu']], $this->around('yamina', "file:$file"), 'and no one else, whatever names the text contains');
		self::assertSame(['Compte rendu du 3 octobre' => ['est un compte rendu qui nomme ce groupe']], $this->around('yamina', "group:$this->group", 'resources'));
		self::assertSame([], $this->around('yamina', $this->member('linh')));
	}

	public function testGroupsFromTheSameMinutesAreNeighbours(): void {
		[$one, $other, $else] = array_map(fn (string $title): int => $this->data('POST', '/groups', 'odile', ['title' => $title], 201)['id'], ['Haies', 'Semences', 'Ailleurs']);
		foreach ([$this->group => 4, $one => 4, $other => 4, $else => 5] as $group => $minutes) {
			$this->set('minutes_id', $minutes, $group);
		}
		self::assertSame(['Eau de pluie' => ['vient du même compte rendu'], 'Semences' => ['vient du même compte rendu']], $this->around('linh', "group:$one", 'groups'));
		self::assertSame([], $this->around('linh', "group:$else", 'groups'));
	}

	public function testAnAnonymousSheetHasNoAuthorsAsNeighbours(): void {
		$this->useLibrary();
		$file = $this->file('odile', Tree::COMMON . '/rate.md');
		$this->sheet($file, ['title' => 'Ce qui a raté', 'authors' => [$this->cards['odile']['id']], 'anonymous' => true]);
		self::assertSame([], $this->around('odile', "file:$file"));
		self::assertArrayNotHasKey('Ce qui a raté', $this->around('odile', $this->member('odile'), 'resources'));
	}

	public function testADraftIsOnlyAFileForPeopleWhoMayNotChangeIt(): void {
		$this->useLibrary();
		$file = $this->file('odile', Tree::COMMON . '/brouillon.md');
		$this->sheet($file, ['title' => 'Pas encore', 'authors' => [$this->cards['odile']['id']]], false);
		$this->kernel->get(Tree::class)->rule('linh', '/brouillon.md', true, false);
		self::assertSame('Pas encore', $this->neighbourhood('yamina', "file:$file")['subject']['title']);
		self::assertSame('brouillon.md', $this->neighbourhood('linh', "file:$file")['subject']['title']);
		self::assertSame([], $this->around('linh', "file:$file"));
		self::assertSame([], $this->around('linh', $this->member('odile'), 'resources'));
	}

	public function testADeletedFileIsShownToThoseWhoCouldSeeItAndReturnsWhenRestored(): void {
		$this->useLibrary();
		$tree = $this->kernel->get(Tree::class);
		$file = $this->file('odile', Tree::COMMON . '/Plan.pdf');
		$private = $this->file('odile', '/Devis.pdf');
		foreach ([$file, $private] as $one) {
			$this->link('odile', $this->member('odile'), 'see-also', "file:$one");
		}
		$tree->remove('odile', Tree::COMMON . '/Plan.pdf');
		$tree->remove('odile', '/Devis.pdf');
		$left = array_column($this->neighbourhood('linh', $this->member('odile'), 'resources')['kinds'][0]['items'], 'gone', 'title');
		self::assertSame(['Plan.pdf' => true], $left);
		self::assertSame(['Plan.pdf'], array_keys($this->around('odile', $this->member('odile'), 'resources')), 'of one’s own files no title was kept');
		$subject = $this->neighbourhood('linh', "file:$file")['subject'];
		self::assertSame([true, false, 'Cela n’existe plus', ''], [$subject['gone'], $subject['can']['link'], $subject['line'], $subject['url']]);
		$this->kernel->get(Mounts::class)->keepAway('linh');
		self::assertArrayNotHasKey('Plan.pdf', $this->around('linh', $this->member('odile')));
		$tree->restore('odile', $file);
		self::assertFalse($this->neighbourhood('odile', "file:$file")['subject']['gone']);
	}

	/** A shared file that its recipient deletes and restores comes back as another file. */
	public function testAFileRestoredWithANewIdKeepsItsLinks(): void {
		$this->useLibrary();
		$tree = $this->kernel->get(Tree::class);
		$this->file('odile', Tree::COMMON . '/Jardins', null);
		$bench = $this->file('odile', Tree::COMMON . '/Jardins/siège.md');
		$table = $this->file('odile', Tree::COMMON . '/table.md');
		$other = $this->file('odile', Tree::COMMON . '/autre.md');
		foreach ([$bench, $table, $other] as $file) {
			$this->link('odile', $this->member('odile'), 'carries', "file:$file");
		}
		// Where they are now, not where they were linked.
		$tree->move('odile', Tree::COMMON . '/Jardins/siège.md', Tree::COMMON . '/Jardins/banc.md');
		$tree->move('odile', Tree::COMMON . '/Jardins', Tree::COMMON . '/Vergers');
		foreach (['/Vergers', '/table.md', '/autre.md'] as $path) {
			$tree->remove('odile', Tree::COMMON . $path);
		}
		self::assertSame(['autre.md' => true, 'banc.md' => true, 'table.md' => true], $this->left());
		foreach (['/Vergers' => ['/Vergers', '/Vergers/banc.md'], '/table.md' => ['/table.md']] as $back => $files) {
			foreach ($files as $path) {
				$this->file('odile', Tree::COMMON . $path, str_ends_with($path, '.md') ? 'Texte' : null);
			}
			$node = $this->kernel->get(IRootFolder::class)->getUserFolder('odile')->get(Tree::COMMON . $back);
			$this->kernel->get(IEventDispatcher::class)->dispatchTyped(new NodeRestoredEvent($node, $node));
		}
		self::assertSame(['autre.md' => true, 'banc.md' => false, 'table.md' => false], $this->left());
		self::assertSame(['Odile' => ['est porté par']], $this->around('linh', 'file:' . $tree->find('odile', Tree::COMMON . '/Vergers/banc.md')['id']));
		$this->assertRefused(404, 'not_found', 'GET', "/neighbourhood/file/$bench", 'linh');
	}

	/** A link that was made again with the new file id is kept once. */
	public function testALinkMadeAgainMeanwhileIsKeptOnce(): void {
		$this->useLibrary();
		$tree = $this->kernel->get(Tree::class);
		$gone = $this->file('odile', Tree::COMMON . '/table.md');
		$this->link('odile', $this->member('odile'), 'carries', "file:$gone");
		$tree->remove('odile', Tree::COMMON . '/table.md');
		$back = $this->file('odile', Tree::COMMON . '/table.md');
		$this->link('linh', $this->member('odile'), 'carries', "file:$back");
		$node = $this->kernel->get(IRootFolder::class)->getUserFolder('odile')->get(Tree::COMMON . '/table.md');
		$this->kernel->get(IEventDispatcher::class)->dispatchTyped(new NodeRestoredEvent($node, $node));
		self::assertSame(['table.md' => ['porte']], $this->around('odile', $this->member('odile'), 'resources'));
	}

	/** @return array<string, bool> whether what Odile is linked with is gone, by title */
	private function left(): array {
		return array_column($this->neighbourhood('linh', $this->member('odile'), 'resources')['kinds'][0]['items'], 'gone', 'title');
	}

	public function testTheTitleOfAFileIsDeletedWithItsLastLink(): void {
		$this->useLibrary();
		$file = $this->file('odile', Tree::COMMON . '/Plan.pdf');
		$link = $this->link('odile', $this->member('odile'), 'see-also', "file:$file")['id'];
		$this->data('DELETE', "/links/$link", 'odile');
		self::assertSame([], $this->kernel->get(IDBConnection::class)->executeQuery('SELECT * FROM `*PREFIX*reseau_link_titles`')->fetchAll());
	}

	public function testThingsAreFoundByWords(): void {
		$board = $this->board('linh');
		$this->deckCard($board, 'Eau trouble');
		$this->comeIn('linh');
		$this->file('odile', Tree::COMMON . '/Boire l’eau.md');
		$this->file('odile', '/Eau.md');
		$this->useLibrary();
		$this->make(['title' => 'Le beau chemin', 'key' => 'second']);
		self::assertSame(['Eau de pluie', 'Eau trouble', 'Boire l’eau.md', 'Le beau chemin'], $this->found('linh', 'eau'));
		self::assertSame(['Eau de pluie'], $this->found('linh', 'EAU plui', 'group'));
		self::assertSame(['Odile'], $this->found('linh', 'odile'));
		self::assertSame(['Citernes'], $this->found('linh', 'citerne', 'board'));
		self::assertSame(['Eau de pluie'], $this->found('linh', ''), 'what is near');
		self::assertSame([], $this->found('linh', '!?'));
		self::assertSame(['Eau de pluie', 'Le beau chemin'], $this->found('yamina', 'eau', 'group'));
		self::assertSame([], $this->found('yamina', 'eau', 'card'));
	}

	public function testAThingIsFoundByItsAddress(): void {
		$board = $this->board('linh');
		$card = $this->deckCard($board, 'Nettoyer');
		$file = $this->file('odile', Tree::COMMON . '/Plan.pdf');
		$folder = $this->file('odile', Tree::COMMON . '/Devis', null);
		foreach ([
			"http://localhost/index.php/apps/reseau/members/{$this->cards['odile']['id']}" => 'Odile',
			"https://localhost/apps/reseau/members/{$this->cards['odile']['id']}?q=a#b" => 'Odile',
			"/apps/reseau/groups/$this->group" => 'Eau de pluie',
			"http://localhost/index.php/apps/deck/board/$board" => 'Citernes',
			"http://localhost/index.php/apps/deck/board/$board/card/$card" => 'Nettoyer',
			"http://localhost/index.php/apps/deck/card/$card" => 'Nettoyer',
			"http://localhost/index.php/f/$file" => 'Plan.pdf',
			"http://localhost/index.php/apps/files/files/$file?dir=/" => 'Plan.pdf',
			"http://localhost/index.php/apps/reseau/library/sheet/$file" => 'Plan.pdf',
			"http://localhost/index.php/apps/reseau/library?file=$file" => 'Plan.pdf',
			"http://localhost/apps/reseau/library/?folder=$folder&file=$file#bas" => 'Plan.pdf',
			"http://localhost/index.php/apps/reseau/library?q=citerne&folder=$folder" => 'Devis',
			"/index.php/apps/reseau/library?folder=$folder" => 'Devis',
			"http://localhost/index.php/apps/reseau/library?file[]=$file" => null,
			"http://localhost/index.php/apps/reseau/library?file=plan" => null,
			'http://localhost/index.php/apps/reseau/library?q=Plan.pdf' => null,
			"http://localhost/index.php/apps/reseau/members?file=$file" => null,
			"https://elsewhere.example.org/index.php/f/$file" => null,
			"http://localhost.example.org/index.php/f/$file" => null,
			'http://localhost/index.php/f/999999' => null,
			'http://localhost/' => null,
		] as $address => $title) {
			self::assertSame($title === null ? [] : [$title], $this->found('linh', $address), $address);
		}
		self::assertSame([], $this->found('linh', "http://localhost/index.php/f/$file", 'member'), 'of the type that was asked for');
	}
}

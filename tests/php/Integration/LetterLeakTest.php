<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Group\Group as MemberGroup;
use OCA\Reseau\Group\GroupMapper;
use OCA\Reseau\Group\Membership;
use OCA\Reseau\Letter\Compose;
use OCA\Reseau\Letter\LetterItem;
use OCA\Reseau\Letter\LetterItemMapper;
use OCA\Reseau\Letter\LetterJob;
use OCA\Reseau\Letter\LetterMail;
use OCA\Reseau\Letter\LetterMailMapper;
use OCA\Reseau\Letter\LetterMapper;
use OCA\Reseau\Letter\OnlineLinks;
use OCA\Reseau\Letter\Passage;
use OCA\Reseau\Letter\Passages;
use OCA\Reseau\Meeting\Meeting;
use OCA\Reseau\Meeting\MeetingMapper;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Notice\Notice;
use OCA\Reseau\Notice\NoticeStore;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Subscription\LetterChoices;
use OCA\Reseau\Subscription\Subscriber;
use OCA\Reseau\Subscription\SubscriberMapper;
use OCA\Reseau\Subscription\Subscriptions;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;

/**
 * Letters in random networks, with everything in them that there is: cards of every status, notices for everybody and for a group, what came of them,
 * groups with what they look for and leave, and their meetings; some passages are shortened. Each has a word that is nowhere else. Everybody gets the letter;
 * who finds which word in it, in the mail, online and on paper, is worked out here from the words of the rule. Then things are taken back and rewritten, and
 * readers of the letter no longer find them after that, nor passages for a group that did not exist when it was sent.
 */
#[Group('databases')]
class LetterLeakTest extends RandomNetworkTestCase {
	private const NETWORKS = 2;
	private const NETWORKS_ELSEWHERE = 1;
	/** What a letter says of a person, at most: who they are in a line, what they seek and what they offer. */
	private const CARD_PARTS = ['trades', 'role', 'territories', 'headline', 'seeks', 'offers'];

	/** @var array<int, array{card: int, group: ?string, only: bool, state: string, mark: string, outcome: string, short: ?string, later: ?string}> by id; `later`: what was written since */
	private array $notices = [];

	/** @var array<int, array{group: string, mark: string, later: ?string}> the words about meetings, by id */
	private array $meetings = [];

	/** @var list<string> the words about groups, which every member may know */
	private array $groupMarks = [];

	private int $closed = 0;

	/** @var array{id: int, mark: string, later: ?string} a session that the letter announces */
	private array $session = ['id' => 0, 'mark' => '', 'later' => null];

	/** @var array<string, array{uid: ?string, card: ?int, id: int, address: string}> who gets it, by a name for them */
	private array $readers = [];

	private int $letter = 0;

	private int $shown = 0;
	private int $hidden = 0;

	public function testALetterSaysNothingThatItsReaderMayNotSee(): void {
		$networks = getenv('RESEAU_DSN') === false ? self::NETWORKS : self::NETWORKS_ELSEWHERE;
		for ($seed = 171; $seed < 171 + $networks; $seed++) {
			$this->drawNetwork($seed, 10, 5);
			$this->drawNotices();
			$this->drawMeetings();
			$this->drawGroupsInWords();
			$mark = $this->word('session', 0);
			$this->session = ['id' => $this->data('POST', '/sessions', 'fanny', ['title' => "Tour $mark", 'place' => '', 'day' => '2026-12-12', 'key' => 'the-session'], 201)['id'], 'mark' => $mark, 'later' => null];
			$this->drawReaders();
			$this->drawLetter();
			$this->send();
			foreach ($this->readers as $name => $reader) {
				$mails = array_values(array_filter($this->kernel->mails(), static fn (array $mail): bool => array_key_exists($reader['address'], $mail['to']) && $mail['subject'] === 'Tout'));
				self::assertCount(1, $mails, "$name, network $seed");
				foreach (['html', 'plain'] as $part) {
					$this->check($reader, (string)$mails[0][$part], "$part of $name, network $seed", true);
				}
			}
			$this->checkOnline("network $seed");
			$this->checkPaper("network $seed");
			$this->checkWriting("network $seed");
			$this->takeBack();
			$this->rewrite();
			$this->checkOnline("network $seed, after things were taken back");
			$this->checkPaper("network $seed, after things were taken back");
		}
		self::assertGreaterThan(200 * $networks, $this->hidden, 'some things are hidden');
		self::assertGreaterThan(200 * $networks, $this->shown, 'others are shown');
	}

	private function drawNotices(): void {
		$this->notices = [];
		foreach (array_keys($this->cards) as $card) {
			$groups = array_column(array_filter($this->memberships, static fn (array $row): bool => $row['card'] === $card), 'group');
			foreach ([null, $groups === [] ? null : $groups[mt_rand(0, count($groups) - 1)]] as $n => $group) {
				$mark = $this->word('notice', $card * 2 + $n);
				$outcome = $this->word('outcome', $card * 2 + $n);
				$state = [Notice::OPEN, Notice::OPEN, Notice::DONE, Notice::ENDED][mt_rand(0, 3)];
				$notice = new Notice();
				$notice->setKeyHash(hash('sha256', $mark));
				$notice->setMemberId($card);
				$notice->setKind(['offer', 'need'][mt_rand(0, 1)]);
				$notice->setTitle("Annonce $mark");
				$notice->setText("Une phrase avec $mark.");
				$notice->writePlaces([]);
				$notice->writeWords([]);
				$notice->setGroupId($group === null ? null : (int)$this->groupId($group));
				$notice->setOnlyGroup($notice->getGroupId());
				$notice->setState($state);
				$notice->setUntilDay('2027-01-23');
				$notice->setVersion(1);
				$notice->setPublishedAt($this->kernel->clock->getTime() - $card);
				if ($state === Notice::DONE) {
					$notice->setOutcome("Il en est sorti $outcome.");
					$notice->setDoneAt($this->kernel->clock->getTime());
				}
				$this->kernel->get(NoticeStore::class)->insert($notice);
				$this->notices[(int)$notice->getId()] = ['card' => $card, 'group' => $group, 'only' => $group !== null, 'state' => $state, 'mark' => $mark, 'outcome' => $outcome, 'short' => null, 'later' => null];
			}
		}
	}

	private function drawMeetings(): void {
		$this->meetings = [];
		foreach (self::GROUPS as $i => $name) {
			$mark = $this->word('meeting', $i);
			$meeting = new Meeting();
			$meeting->setGroupId((int)$this->groupId($name));
			$meeting->setKeyHash(hash('sha256', $mark));
			$meeting->when('2026-12-12', null, '2026-12-12', null, 'Europe/Paris');
			$meeting->setAgenda($mark);
			$meeting->setVersion(1);
			$meeting->setCreatedAt($this->kernel->clock->getTime());
			$meeting->setUpdatedAt($this->kernel->clock->getTime());
			$id = (int)$this->kernel->get(MeetingMapper::class)->insert($meeting)->getId();
			$this->meetings[$id] = ['group' => $name, 'mark' => $mark, 'later' => null];
		}
	}

	/** What groups are for and look for, and one that was closed. */
	private function drawGroupsInWords(): void {
		$this->group('clos');
		$this->closed = (int)$this->groupId('clos');
		$groups = $this->kernel->get(GroupMapper::class);
		$this->groupMarks = [];
		foreach ([...self::GROUPS, 'clos'] as $i => $name) {
			$group = $groups->findByRef($name);
			$group->setPurpose($this->groupMarks[] = $this->word('purpose', $i));
			if ($name === 'clos') {
				$group->setStatus(MemberGroup::CLOSED);
				$group->setClosedAt($this->kernel->clock->getTime());
			} else {
				$group->setSeeks($this->groupMarks[] = $this->word('seeking', $i));
			}
			$groups->update($group);
		}
	}

	/** Everybody with an account, every person without one, and two who are nobody to the network. */
	private function drawReaders(): void {
		$this->readers = [];
		$subscribers = $this->kernel->get(SubscriberMapper::class);
		foreach ($this->viewers() as $uid) {
			$this->kernel->get(IUserManager::class)->get($uid)?->setEMailAddress("$uid@readers.example");
			$this->kernel->get(LetterChoices::class)->ofAccount($uid, true);
			$own = array_key_first(array_filter($this->cards, static fn (array $facts): bool => $facts['uid'] === $uid));
			$this->readers[$uid] = ['uid' => $uid, 'card' => $own, 'id' => $subscribers->of('uid', $uid)->id(), 'address' => "$uid@readers.example"];
		}
		$on = ['state' => Subscriber::ON, 'why' => 'told', 'said_on' => '2026-11-20', 'said_at' => $this->kernel->clock->getTime()];
		foreach ($this->cards as $card => $facts) {
			if ($facts['uid'] === null) {
				$id = $subscribers->of('member_id', $card)->id();
				$subscribers->write($id, $on);
				$this->readers["card $card"] = ['uid' => null, 'card' => $card, 'id' => $id, 'address' => strtolower($this->marks[$card]['contact'][0]) . '@example.org'];
			}
		}
		foreach (['somebody@readers.example', 'else@readers.example'] as $address) {
			$hash = $this->kernel->get(Refusals::class)->hash($address);
			$id = $subscribers->of('address_key', $hash)->id();
			$subscribers->write($id, $on + ['address' => $this->kernel->get(LinkTokens::class)->encrypt($address), 'address_hash' => $hash]);
			$this->readers[$address] = ['uid' => null, 'card' => null, 'id' => $id, 'address' => $address];
		}
	}

	/** All there is, also what nobody finds; a person who reads it decides. */
	private function drawLetter(): void {
		$letter = $this->data('POST', '/letters', 'fanny', ['kind' => 'letter', 'title' => 'Tout', 'language' => 'fr', 'from' => '2026-01-01', 'until' => '2026-12-01', 'key' => 'the-letter'], 201);
		$this->letter = $letter['id'];
		$groups = array_map(fn (string $group): int => (int)$this->groupId($group), self::GROUPS);
		$of = [Passage::PERSON => array_keys($this->cards), Passage::NOTICE => array_keys($this->notices), Passage::OUTCOME => array_keys($this->notices), Passage::GROUP => $groups, Passage::SEEKING => $groups, Passage::CLOSED => [$this->closed], Passage::DATE => array_keys($this->meetings), Passage::SESSION => [$this->session['id']]];
		$items = [];
		foreach ($of as $kind => $ids) {
			foreach ($ids as $id) {
				$item = new LetterItem();
				$item->setLetterId($this->letter);
				$item->setPlace(count($items));
				$item->setKind($kind);
				$item->setObjectId($id);
				$item->setTaken(true);
				$items[] = $item;
			}
		}
		$passages = $this->kernel->get(Passages::class)->read(Compose::about($items), 'fr');
		foreach ($items as $item) {
			// A part of the notices, which name their word in their title as well.
			if ($item->getKind() === Passage::NOTICE && isset($passages[$item->key()]) && in_array($item->getObjectId() % 5, [0, 3], true)) {
				$item->setText($this->notices[$item->getObjectId()]['short'] = $this->word('short', (int)$item->getObjectId()));
				$item->setHash($passages[$item->key()]->hash());
			}
		}
		$this->kernel->get(LetterItemMapper::class)->replace($this->letter, $items);
	}

	private function send(): void {
		$key = $this->data('POST', "/letters/{$this->letter}/readers", 'fanny')['key'];
		$db = $this->kernel->get(IDBConnection::class);
		$db->executeStatement("UPDATE `*PREFIX*reseau_letters` SET lease_holder = 'other', lease_until = " . ($this->kernel->clock->getTime() + 600) . " WHERE id = $this->letter");
		$this->data('POST', "/letters/{$this->letter}/sending", 'fanny', ['version' => 1, 'readers' => $key]);
		// As if the sender saw all of it: only what its readers may see decides.
		$items = $this->kernel->get(LetterItemMapper::class)->findOf($this->letter);
		$passages = $this->kernel->get(Passages::class)->read(Compose::objects($items), 'fr');
		foreach ($items as $item) {
			$item->setHash(($passages[$item->key()] ?? null)?->hash() ?? LetterItem::GONE);
			$this->kernel->get(LetterItemMapper::class)->update($item);
		}
		$this->kernel->get(LetterMapper::class)->release($this->letter, 'other');
		$this->kernel->runJob(LetterJob::class);
		self::assertSame('sent', $this->data('GET', "/letters/{$this->letter}/sending", 'fanny')['state']);
		// People without an account are left out if they left the network and so have no address, or if they see none of it.
		$in = fn (string $state): array => array_map(static fn (LetterMail $mail): int => $mail->getReaderId(), $this->kernel->get(LetterMailMapper::class)->findOf($this->letter, $state, 100));
		[$sent, $nothing] = [$in(LetterMail::SENT), $in(LetterMail::NOTHING)];
		foreach ($this->readers as $name => $reader) {
			if (in_array($reader['id'], $nothing, true)) {
				self::assertSame([], array_filter(iterator_to_array($this->marksFor($reader), false), static fn (array $mark): bool => $mark[1]), "$name sees something of it");
			} elseif (!in_array($reader['id'], $sent, true)) {
				self::assertNotNull($reader['card'], "$name gets it");
			}
			if (!in_array($reader['id'], $sent, true)) {
				unset($this->readers[$name]);
			}
		}
	}

	/** On the pages and in the answers of everybody. */
	private function checkOnline(string $where): void {
		foreach ($this->readers as $name => $reader) {
			if ($reader['uid'] !== null) {
				// In a mail nobody is a facilitator.
				$reader['online'] = true;
				$this->check($reader, (string)$this->kernel->request('GET', "/index.php/apps/reseau/letter/{$this->letter}", $reader['uid'])->body, "page of $name, $where");
				$this->check($reader, (string)$this->ask('GET', "/letters/{$this->letter}/reading", $reader['uid'])->body, "reading of $name, $where");
			}
			if ($reader['uid'] === null) {
				$url = $this->kernel->get(OnlineLinks::class)->url($this->kernel->get(Subscriptions::class)->one($reader['id']), $this->letter);
				$this->kernel->resetLimits();
				$page = $this->kernel->request('GET', (string)parse_url($url, PHP_URL_PATH), null);
				self::assertSame(200, $page->status, "$name, $where");
				$this->check(['passedOn' => true] + $reader, (string)$page->body, "link of $name, $where", true);
			}
		}
	}

	/** On paper there is what its reader may see and who prints it as well. */
	private function checkPaper(string $where): void {
		$all = 0;
		foreach ($this->cards as $card => $facts) {
			if ($facts['uid'] === null && $facts['steward'] !== null) {
				$papers = $this->data('GET', "/members/$card/papers", $facts['steward'])['papers'];
				$all += count($papers);
				$keeper = iterator_to_array($this->byMark($this->readers[$facts['steward']] + ['online' => true]));
				$person = iterator_to_array($this->byMark(['uid' => null, 'card' => $card, 'id' => 0, 'address' => '']));
				foreach ($papers as $paper) {
					foreach (array_intersect_key($person, $keeper) as $mark => $may) {
						$this->see((string)$mark, $may && $keeper[$mark], $paper['html'], "paper of card $card, $where", true);
					}
				}
			}
		}
		self::assertGreaterThan(0, $all, "some letters are on paper, $where");
		$db = $this->kernel->get(IDBConnection::class);
		$db->executeStatement("UPDATE `*PREFIX*reseau_letter_mails` SET state = 'refused' WHERE letter_id = ? AND state = 'sent'", [$this->letter]);
		['papers' => $papers, 'people' => $people] = $this->data('GET', "/letters/{$this->letter}/papers", 'fanny');
		$db->executeStatement("UPDATE `*PREFIX*reseau_letter_mails` SET state = 'sent' WHERE letter_id = ? AND state = 'refused'", [$this->letter]);
		foreach ($papers as $paper) {
			$this->check($this->readers['fanny'] + ['online' => true], $paper['html'], "paper for the person who was refused, $where");
		}
		foreach ($people as ['name' => $name, 'paper' => $place]) {
			if ($name === '') {
				$this->check(['uid' => null, 'card' => null, 'id' => 0, 'address' => ''], $papers[$place]['html'], "paper of a person, $where", true);
			}
		}
	}

	/** The author of a letter finds and sees no more than a member; nor does its copy in the library hold more. */
	private function checkWriting(string $where): void {
		$draft = $this->data('POST', '/letters', 'fanny', ['kind' => 'letter', 'title' => 'Autre', 'language' => 'fr', 'from' => '2026-01-01', 'until' => '2026-12-01', 'key' => 'other-letter'], 201);
		$sent = $this->kernel->get(LetterItemMapper::class)->findOf($this->letter);
		$items = array_map(static fn (LetterItem $item): array => ['kind' => $item->getKind(), 'id' => $item->getObjectId(), 'taken' => true, 'text' => $item->getText(), 'hash' => $item->getText() === null ? null : $item->getHash()], $sent);
		$content = ['title' => 'Autre', 'language' => 'fr', 'editorial' => '', 'picture' => null, 'items' => $items];
		$this->data('PUT', "/letters/{$draft['id']}", 'fanny', ['version' => 1] + $content);
		$fanny = $this->readers['fanny'] + ['online' => true];
		// As if a colleague had shortened them, who sees all of it.
		$this->kernel->get(LetterItemMapper::class)->replace($draft['id'], array_map(static function (LetterItem $item) use ($draft): LetterItem {
			$copy = new LetterItem();
			$copy->setLetterId($draft['id']);
			$copy->setPlace($item->getPlace());
			$copy->setKind($item->getKind());
			$copy->setObjectId($item->getObjectId());
			$copy->setTaken(true);
			$copy->setText($item->getText());
			$copy->setHash($item->getText() === null ? null : $item->getHash());
			return $copy;
		}, $sent));
		$this->check($fanny, (string)$this->ask('GET', "/letters/{$draft['id']}", 'fanny')->body, "draft, $where");
		$this->check($fanny, (string)$this->ask('PUT', "/letters/{$draft['id']}", 'fanny', ['version' => 1] + $content)->body, "draft of someone else, $where");
		$this->check($fanny, (string)$this->ask('GET', "/letters/{$draft['id']}/passages", 'fanny')->body, "passages, $where");
		foreach (['account' => $fanny, 'kept' => ['uid' => '', 'card' => null] + $fanny, 'outside' => ['uid' => null, 'card' => null] + $fanny] as $as => $reader) {
			$this->check($reader, (string)$this->ask('POST', "/letters/{$draft['id']}/rendering", 'fanny', ['as' => $as] + $content)->body, "rendering as $as, $where");
		}
		$this->check(['uid' => '', 'card' => null] + $fanny, (string)$this->ask('GET', "/letters/{$this->letter}/file", 'fanny')->body, "copy, $where");
	}

	/** Some cards are no longer shown, some people leave groups, some notices are closed. */
	private function takeBack(): void {
		$db = $this->kernel->get(IDBConnection::class);
		foreach ($this->cards as $card => &$facts) {
			if ($facts['status'] === 'published' && $facts['uid'] !== null && mt_rand(0, 2) === 0) {
				$version = $this->data('GET', "/members/$card", $facts['uid'])['version'];
				$this->data('PUT', "/members/$card/status", $facts['uid'], ['status' => 'paused', 'version' => $version]);
				$facts['status'] = 'paused';
			} elseif ($facts['status'] === 'published' && $facts['uid'] !== null) {
				$version = $this->data('GET', "/members/$card", $facts['uid'])['version'];
				$facts['audience'] = array_fill_keys(self::CARD_PARTS, 'groups') + $facts['audience'];
				$this->data('PUT', '/members/me', $facts['uid'], ['version' => $version, 'audience' => array_fill_keys(self::CARD_PARTS, 'groups')]);
			}
		}
		unset($facts);
		foreach ($this->memberships as &$row) {
			if ($row['active'] && mt_rand(0, 1) === 0) {
				$db->executeStatement('UPDATE `*PREFIX*reseau_memberships` SET state = ? WHERE group_id = ? AND member_id = ?', [Membership::LEFT, (int)$this->groupId($row['group']), $row['card']]);
				$row['active'] = false;
			}
		}
		unset($row);
		foreach ($this->notices as $id => &$one) {
			if ($one['state'] === Notice::OPEN && mt_rand(0, 2) === 0) {
				$db->executeStatement("UPDATE `*PREFIX*reseau_notices` SET state = 'ended' WHERE id = ?", [$id]);
				$one['state'] = Notice::ENDED;
			}
		}
	}

	/** What is still shown gets new texts, and meetings another subject. */
	private function rewrite(): void {
		$db = $this->kernel->get(IDBConnection::class);
		foreach ($this->notices as $id => &$notice) {
			if ($notice['state'] === Notice::OPEN && mt_rand(0, 3) > 0) {
				$notice['later'] = $this->word('later', $id);
				$db->executeStatement('UPDATE `*PREFIX*reseau_notices` SET text = ? WHERE id = ?', ["Autre phrase avec {$notice['later']}.", $id]);
			}
		}
		unset($notice);
		foreach ($this->meetings as $id => &$meeting) {
			if (mt_rand(0, 1) === 0) {
				$meeting['later'] = $this->word('agenda', $id);
				$db->executeStatement('UPDATE `*PREFIX*reseau_meetings` SET agenda = ? WHERE id = ?', [$meeting['later'], $id]);
			}
		}
		unset($meeting);
		$this->session['later'] = $this->word('session', 1);
		$db->executeStatement('UPDATE `*PREFIX*reseau_sessions` SET title = ? WHERE id = ?', [$this->session['later'], $this->session['id']]);
	}

	/** @param array{uid: ?string, card: ?int, id: int, address: string, online?: true, passedOn?: true} $reader */
	private function check(array $reader, string $text, string $where, bool $whole = false): void {
		foreach ($this->marksFor($reader) as [$mark, $may]) {
			$this->see($mark, $may, $text, $where, $whole);
		}
	}

	private function see(string $mark, bool $may, string $text, string $where, bool $whole): void {
		$may ? $this->shown++ : $this->hidden++;
		if (!$may) {
			self::assertFalse(stripos($text, $mark), "$mark in the $where");
		} elseif ($whole) {
			self::assertNotFalse(stripos($text, $mark), "$mark in the $where");
		}
	}

	/**
	 * @param array{uid: ?string, card: ?int, id: int, address: string, online?: true, passedOn?: true} $reader
	 * @return iterable<string, bool> whether this reader may read each word in a letter
	 */
	private function byMark(array $reader): iterable {
		foreach ($this->marksFor($reader) as [$mark, $may]) {
			yield $mark => $may;
		}
	}

	/**
	 * @param array{uid: ?string, card: ?int, id: int, address: string, online?: true, passedOn?: true} $reader
	 * @return iterable<array{string, bool}> each word, and whether this reader may read it in a letter
	 */
	private function marksFor(array $reader): iterable {
		$member = $reader['uid'] !== null || ($reader['card'] !== null && in_array($this->cards[$reader['card']]['status'], ['published', 'paused'], true));
		foreach ($this->cards as $card => $facts) {
			$parts = $this->partsShown($facts['audience']);
			$public = $parts !== [] && array_filter($parts, static fn (string $part): bool => $facts['audience'][$part] !== 'public') === [];
			$named = $facts['status'] === 'published' && ($member || $public);
			foreach ($this->marks[$card] as $part => $marks) {
				foreach ($marks as $mark) {
					// A person's notices have the name as well, and places have their names.
					if (!in_array($part, ['territories', ...$member ? ['name'] : []], true) && !str_starts_with($mark, 'theme-')) {
						yield [$mark, $named && ($part === 'name' || in_array($part, $parts, true))];
					}
				}
			}
		}
		foreach ($this->notices as $one) {
			$keeps = (string)$reader['uid'] !== '' && $this->cards[$one['card']]['steward'] === $reader['uid'] || (isset($reader['online']) && $reader['uid'] === 'fanny' && $this->cards[$one['card']]['uid'] === null && $this->cards[$one['card']]['steward'] === null);
			$sees = $member && $this->cards[$one['card']]['status'] === 'published' && (!$one['only'] || ($reader['uid'] !== null && $one['card'] === $reader['card']) || $keeps || ($this->isIn($reader['card'], (string)$one['group']) && $this->isIn($one['card'], (string)$one['group'])));
			// Only the mail has passages for a group: its link is passed on.
			$sees = $sees && !($one['only'] && isset($reader['passedOn']));
			// What is for a group, or was shortened, is read as it was sent or not at all; by a link that is passed on, all is.
			$sees = $sees && ($one['later'] === null || (!$one['only'] && $one['short'] === null && !isset($reader['passedOn'])));
			yield [$one['mark'], $sees && $one['state'] !== Notice::ENDED];
			yield [$one['outcome'], $sees && $one['state'] === Notice::DONE];
			if ($one['short'] !== null) {
				yield [$one['short'], $sees && $one['state'] === Notice::OPEN];
			}
			if ($one['later'] !== null) {
				yield [$one['later'], $sees];
			}
		}
		foreach ($this->meetings as ['group' => $group, 'mark' => $mark, 'later' => $later]) {
			yield [$mark, $later === null && !isset($reader['passedOn']) && $this->isIn($reader['card'], $group)];
			if ($later !== null) {
				yield [$later, false];
			}
		}
		// Announced to members as it was, and nothing that it is called since.
		yield [$this->session['mark'], $member && $this->session['later'] === null];
		if ($this->session['later'] !== null) {
			yield [$this->session['later'], false];
		}
		foreach ([...array_map(static fn (string $group): string => "Groupe $group", self::GROUPS), ...$this->groupMarks] as $mark) {
			yield [$mark, $member];
		}
	}

	/**
	 * @param array<string, string> $audience
	 * @return list<string> parts every member may read in a letter
	 */
	private function partsShown(array $audience): array {
		$open = array_filter(self::CARD_PARTS, static fn (string $part): bool => in_array($audience[$part], ['members', 'public'], true));
		$line = array_filter([in_array('trades', $open, true) ? 'trades' : (in_array('role', $open, true) ? 'role' : ''), in_array('territories', $open, true) ? 'territories' : '']);
		return array_values([...$line === [] ? array_intersect(['headline'], $open) : $line, ...array_intersect(['seeks', 'offers'], $open)]);
	}

	private function isIn(?int $card, string $group): bool {
		return $card !== null && array_filter($this->memberships, static fn (array $row): bool => $row['group'] === $group && $row['card'] === $card && $row['active']) !== [];
	}
}

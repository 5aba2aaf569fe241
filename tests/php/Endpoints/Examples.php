<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Endpoints;

use OCA\Reseau\OwnPage\OwnCard;
use OCA\Reseau\Showcase\PublicItem;

/** A request for every endpoint that does what the endpoint is for, on the network of StageTestCase. */
class Examples {
	/** The account: one of the twenty, or one without a card. */
	public const FRESH = 'fresh';

	/** @param array<string, int|string> $things of StageTestCase */
	public function __construct(
		private readonly array $things,
	) {
	}

	/**
	 * @return ?array{path?: array<string, string>, query?: array<string, mixed>, body?: array<string, mixed>, by?: string} `path`: the things that
	 *         stand in the path, where another is meant than the one of that name; null where there is no example
	 */
	public function of(Endpoint $endpoint): ?array {
		$card = ['headline' => 'Autre', 'seeks' => [['text' => 'Un banc', 'terms' => ['permaculture']]], 'contact' => ['email' => 'autre@example.org'], 'audience' => ['headline' => 'groups']];
		$engagement = ['commitment' => 'Tenir la réserve', 'hours' => '2 h', 'from' => '2026-12-01', 'until' => '2027-01-31', 'limits' => 'Pas le soir'];
		$rows = ['rows' => [['position' => 2, 'row' => ['name' => 'Yvon Nouveau', 'contact' => ['email' => 'yvon@example.org'], 'consent' => ['date' => '2026-11-20', 'how' => 'De vive voix']]]]];
		$term = ['labels' => ['fr' => 'Patience', 'en' => 'Patience'], 'meaning' => 'Attendre', 'spellings' => ['patient']];
		$glossary = ['term' => 'plan alimentaire', 'acronyms' => ['PAT'], 'synonyms' => ['plan des repas'], 'themes' => ['permaculture']];
		$letter = ['title' => 'Autres nouvelles', 'language' => 'en'];
		$content = $letter + [
			'editorial' => '**Bonjour** à tous', 'from' => '2026-10-01', 'until' => '2026-11-24', 'readers' => ['kind' => 'theme', 'of' => 'permaculture'], 'picture' => null,
			'items' => [['kind' => 'block', 'id' => null, 'taken' => true, 'text' => 'Un texte', 'hash' => null], ['kind' => 'notice', 'id' => $this->things['notice'], 'taken' => false, 'text' => 'Court', 'hash' => str_repeat('a', 64)]],
		];
		return match ($endpoint->name) {
			'models-writeModels' => ['body' => ['version' => 0, 'models' => [['slug' => 'simple', 'title' => 'Simple', 'color' => '31CC7C', 'labels' => [['title' => 'Vite', 'color' => 'FF0000']], 'stacks' => [['title' => 'À faire', 'takes' => 'items']], 'mandate' => true, 'welcome' => ['title' => 'Bienvenue', 'description' => 'Ici']]]]],
			'delivery-choose' => ['body' => ['kind' => 'linked', 'timing' => 'never']],
			'group-create' => ['body' => ['title' => 'Vergers', 'purpose' => 'Replanter', 'mandate' => ['mayAdvance' => ['Planter'], 'mustNot' => [], 'with' => []], 'channel' => ['kind' => 'mail', 'value' => 'vergers@example.org'], 'join' => 'request', 'facilitators' => [$this->things['linh']], 'key' => 'vergers']],
			'group-edit' => ['body' => ['version' => $this->things['groupVersion'], 'title' => 'Eaux', 'purpose' => 'Garder']],
			'group-delete' => ['path' => ['group' => 'making'], 'query' => ['runner' => 'r']],
			'group-leave' => ['body' => ['note' => 'Adieu']],
			'group-takeLease' => ['body' => ['runner' => 'r']],
			'group-setStatus' => ['body' => ['version' => $this->things['groupVersion'], 'status' => 'dormant']],
			'group-join' => ['path' => ['group' => 'open'], 'body' => $engagement + ['charter' => 1]],
			'group-engage' => ['body' => $engagement],
			'group-decline' => ['path' => ['group' => 'inviting']],
			'group-invite' => ['body' => ['memberId' => $this->things['linh']]],
			'group-addPerson' => ['body' => ['memberId' => $this->things['outside'], 'how' => 'De vive voix', 'charter' => 1] + $engagement],
			'group-changePerson' => ['path' => ['member' => 'inside'], 'body' => $engagement],
			'group-removePerson' => ['path' => ['member' => 'inside'], 'query' => ['note' => 'Merci']],
			'group-acceptFor' => ['path' => ['group' => 'inviting', 'member' => 'invited'], 'body' => ['how' => 'De vive voix', 'charter' => 1] + $engagement],
			'group-declineFor' => ['path' => ['group' => 'inviting', 'member' => 'invited']],
			'group-admit' => ['path' => ['member' => 'noe']],
			'group-facilitate' => ['path' => ['group' => 'group'], 'body' => ['memberId' => $this->things['mine'], 'until' => '2027-06-30', 'handOver' => false]],
			'making-beginUndo' => ['path' => ['group' => 'making'], 'body' => ['runner' => 'r']],
			'making-endUndo' => ['path' => ['group' => 'making'], 'query' => ['runner' => 'r']],
			'group-releaseLease' => ['path' => ['group' => 'making'], 'query' => ['runner' => 'r']],
			'group-saveMaking' => ['path' => ['group' => 'making'], 'body' => ['runner' => 'r', 'step' => 'team', 'boardId' => null, 'folderId' => null, 'folderPath' => '/Réseau commun/Haies', 'model' => 'simple', 'note' => 'en cours']],
			'group-acceptCharter' => ['body' => ['version' => 1]],
			'library-write' => ['path' => ['file' => 'newFile'], 'body' => ['version' => 0, 'kind' => 'method', 'title' => 'Le banc', 'summary' => 'Un banc', 'context' => ['territories' => [['code' => '11206', 'kind' => 'commune', 'name' => '']], 'public' => 'Voisins', 'means' => 'Deux bancs', 'frame' => 'La mairie', 'standpoint' => 'Une voisine'], 'authors' => [$this->things['linh']], 'terms' => ['permaculture'], 'groups' => [$this->things['group']], 'reachable' => true]],
			'library-remove' => ['query' => ['version' => $this->things['sheetVersion']]],
			'library-setStatus' => ['body' => ['version' => $this->things['sheetVersion'], 'status' => 'draft']],
			'library-startConversation' => ['path' => ['file' => 'story'], 'body' => ['text' => 'Comment avez-vous fait ?', 'key' => 'author-message']],
			'library-evaluate' => ['body' => ['standpoint' => 'Voisin', 'answers' => ['helps' => 'Un peu', 'hinders' => '', 'elsewhere' => '', 'conditions' => '']]],
			'library-sign' => ['body' => ['hash' => $this->things['hash']]],
			'library-enterSignature' => ['body' => ['name' => 'Autre Papier', 'day' => '2026-11-21', 'how' => 'Classeur bleu']],
			'library-askSignature' => ['body' => ['name' => 'À Demander', 'email' => 'a.demander@example.org']],
			'link-create' => ['body' => ['a' => ['type' => 'member', 'id' => (string)$this->things['linh']], 'b' => ['type' => 'group', 'id' => (string)$this->things['group']], 'relation' => 'carries']],
			'matching-decline' => ['path' => ['id' => 'linh'], 'body' => ['member' => null]],
			'matching-undo' => ['path' => ['id' => 'linh']],
			'introduction-propose' => ['path' => ['id' => 'linh'], 'body' => ['mediated' => true, 'member' => null]],
			'introduction-end' => ['path' => ['introduction' => 'waitingIntroduction']],
			'introduction-absence' => ['path' => ['introduction' => 'mediated'], 'body' => ['absent' => true, 'text' => 'La voiture est en panne']],
			'introduction-outcome' => ['path' => ['introduction' => 'lookedBackOn'], 'body' => ['text' => 'Un atelier', 'thanks' => true]],
			'introduction-take' => ['path' => ['introduction' => 'waitingIntroduction']],
			'introduction-plan' => ['path' => ['introduction' => 'mediated'], 'body' => ['place' => 'À la mairie', 'day' => '2026-12-04', 'time' => '19:30', 'lookBack' => '2027-01-08']],
			'introduction-handOver' => ['path' => ['introduction' => 'mediated']],
			'member-create' => ['body' => ['name' => 'Nouvelle Gardée'] + $card],
			'member-keepSearch' => ['body' => ['name' => 'Bancs', 'q' => 'banc', 'facet' => ['sector' => ['arts-culture']]]],
			'member-renameSearch' => ['body' => ['name' => 'Autres eaux']],
			'member-putAwayBeginning' => ['body' => ['away' => true]],
			'member-saveMine' => ['by' => self::FRESH, 'body' => ['version' => 0, 'name' => 'Mon nom'] + $card],
			'member-save' => ['body' => ['version' => $this->things['keptVersion'], 'name' => 'Gardée Autrement'] + $card],
			'member-setStatus' => ['body' => ['version' => $this->things['keptVersion'], 'status' => 'paused']],
			'member-recordConsent' => ['path' => ['id' => 'draft'], 'body' => ['date' => '2026-11-20', 'how' => 'De vive voix']],
			'member-askConsent' => ['path' => ['id' => 'draft']],
			'member-takeBackConsentMail' => ['path' => ['id' => 'asked']],
			'member-invite' => ['body' => ['mail' => true]],
			'member-uninvite' => ['path' => ['id' => 'claimed']],
			'member-passOn' => ['body' => ['uid' => 'crowd03']],
			'member-takeOver' => ['by' => self::FRESH, 'body' => ['merge' => false]],
			'import-start' => ['body' => ['hash' => str_repeat('b', 64), 'total' => 2, 'mapping' => '{"0":"name"}', 'answers' => '{}']],
			'import-check', 'import-rows' => ['body' => $rows],
			'import-undo' => ['body' => ['after' => 0]],
			'message-start' => ['path' => ['id' => 'linh'], 'body' => ['text' => 'Votre grange est-elle libre ?', 'key' => 'message-key']],
			'message-write' => ['body' => ['text' => 'Oui, en mai.', 'key' => 'message-key']],
			'message-carry' => ['path' => ['conversation' => 'waiting'], 'body' => ['how' => 'phone', 'day' => '2026-11-23']],
			'message-reveal' => ['path' => ['conversation' => 'unnamed']],
			'message-read' => ['body' => ['upTo' => $this->things['message']]],
			'message-setState' => ['body' => ['state' => 'closed']],
			'message-mute' => ['body' => ['muted' => true]],
			'message-report' => ['body' => ['reported' => true]],
			'message-setWriters' => ['body' => ['writers' => 'groups']],
			'notice-create' => ['body' => ['kind' => 'need', 'title' => 'Un banc', 'text' => 'Pour la place.', 'mode' => 'gift', 'neededBy' => '2026-12-24', 'free' => 'Le lundi', 'territories' => [['code' => '11206', 'kind' => 'commune', 'name' => '']], 'terms' => ['permaculture'], 'groupId' => $this->things['group'], 'audience' => 'group', 'until' => '2027-01-31', 'key' => 'notice-key']],
			'notice-edit' => ['body' => ['version' => 1, 'title' => 'Une grange à foin', 'kind' => 'offer', 'terms' => ['enfants']]],
			'notice-renew' => ['path' => ['notice' => 'endedNotice'], 'body' => ['until' => '2027-03-01']],
			'notice-close' => ['body' => ['outcome' => 'Le foin est au sec.', 'thanks' => [$this->things['linh']]]],
			'notice-reopen' => ['path' => ['notice' => 'endedNotice']],
			'notice-write' => ['path' => ['notice' => 'otherNotice'], 'body' => ['text' => 'Mon four est libre.', 'key' => 'notice-answer']],
			'writing-write' => ['path' => ['group' => 'open'], 'body' => ['text' => 'Puis-je venir voir ?', 'key' => 'group-message', 'to' => 'facilitators']],
			'notice-pass' => ['path' => ['id' => 'reachable', 'notice' => 'otherNotice'], 'body' => ['seen' => $this->things['passing']]],
			'meeting-create' => ['body' => ['title' => 'Le devis', 'day' => '2026-12-16', 'time' => '18:30', 'endDay' => '2026-12-16', 'endTime' => '20:00', 'zone' => 'Europe/Paris', 'place' => 'Au foyer', 'agenda' => '- La pompe', 'showcased' => true, 'key' => 'meeting-key']],
			'meeting-edit' => ['body' => ['title' => 'Le puits', 'day' => '2026-12-17', 'time' => '19:00', 'endDay' => null, 'endTime' => '20:00', 'zone' => 'Europe/Paris', 'place' => 'Au lavoir', 'agenda' => 'Le puits', 'showcased' => true, 'version' => 1]],
			'meeting-cancel' => ['query' => ['version' => 1]],
			'meeting-restore' => ['path' => ['meeting' => 'cancelledMeeting'], 'body' => ['version' => 2]],
			'session-create' => ['body' => ['title' => 'À la mairie', 'place' => 'Limoux', 'day' => '2026-12-12', 'key' => 'session-key']],
			'session-edit' => ['body' => ['title' => 'Au café', 'place' => 'Quillan', 'day' => '2026-12-13', 'version' => $this->things['sessionVersion']]],
			'session-say' => ['body' => ['kind' => 'need', 'text' => 'Un banc', 'terms' => ['permaculture'], 'key' => 'session-row', 'person' => null, 'member' => null, 'name' => 'Marcel', 'agreed' => true, 'listed' => true]],
			'session-changeRow' => ['body' => ['kind' => 'offer', 'text' => 'Deux bancs', 'terms' => null, 'version' => 1]],
			'session-agree' => ['body' => ['agreed' => true, 'listed' => true]],
			'session-end' => ['body' => ['version' => $this->things['sessionVersion'], 'pairs' => [[$this->things['person'], $this->things['otherPerson']]]]],
			'session-publish' => ['body' => ['kind' => 'offer', 'text' => 'Une grange à foin']],
			'letter-create' => ['body' => ['kind' => 'letter', 'from' => '2026-10-01', 'until' => '2026-11-24', 'readers' => ['kind' => 'group', 'of' => (string)$this->things['group']], 'key' => 'letter-key'] + $letter],
			'letter-edit' => ['body' => ['version' => 2] + $content],
			'letter-render' => ['body' => ['as' => 'account'] + $content],
			'letter-test' => ['body' => ['as' => 'kept']],
			'letter-read', 'letter-fileText', 'letter-report' => ['path' => ['letter' => 'sentLetter']],
			'letter-keepFile' => ['path' => ['letter' => 'sentLetter'], 'body' => ['file' => (string)$this->things['newFile']]],
			'letter-send' => ['body' => ['version' => 2, 'readers' => $this->things['letterReaders']]],
			'letter-papers' => ['path' => ['letter' => 'refusedLetter']],
			'letter-stop' => ['path' => ['letter' => 'sendingLetter']],
			'letter-resume' => ['path' => ['letter' => 'stoppedLetter']],
			'letter-again' => ['path' => ['letter' => 'refusedLetter'], 'body' => ['state' => 'refused']],
			'letterpage.show' => ['path' => ['letter' => 'sentLetter']],
			'letterpage.read' => ['path' => ['letter' => 'sentLetter', 'token' => 'onlineToken']],
			'minutes-start' => ['body' => ['hash' => str_repeat('b', 64), 'title' => 'Autre rencontre', 'plan' => '{"groups":[{"position":0,"title":"Jardins"}]}']],
			'minutes-save' => ['body' => ['version' => 1, 'title' => 'Rencontre d’automne', 'plan' => '{"groups":[{"position":0,"title":"Jardins"}]}', 'state' => 'making']],
			'minutes-people' => ['body' => ['people' => [['key' => 'a', 'name' => 'Linh', 'email' => 'linh@example.org']]]],
			'draft-begin' => ['body' => ['key' => 'other-draft', 'name' => 'Autre.txt', 'content' => 'Un texte']],
			'draft-get', 'draft-delete' => ['path' => ['draft' => 'minutesDraft']],
			'draft-write' => ['path' => ['draft' => 'minutesDraft'], 'body' => ['version' => 1, 'name' => 'Rencontre d’automne.txt', 'content' => 'Un autre texte', 'minutes' => $this->things['minutes']]],
			'draft-handOn' => ['path' => ['draft' => 'minutesDraft'], 'body' => ['version' => 1, 'uid' => 'crowd03']],
			'ordinary-start' => ['body' => ['hash' => str_repeat('c', 64), 'title' => 'Réunion de mars', 'plan' => '{"cards":[]}']],
			'ordinary-save' => ['body' => ['version' => 1, 'runner' => 'r', 'plan' => '{"cards":[]}', 'state' => 'made', 'last' => true]],
			'ordinary-delete' => ['path' => ['brought' => 'undoneMinutes']],
			'ask-ask' => ['body' => ['people' => [['key' => 'a', 'name' => 'Nouvelle', 'email' => 'nouvelle@example.org', 'phone' => '0607080910', 'note' => 'mardi'], ['key' => 'b', 'memberId' => $this->things['linh']]]]],
			'ask-reply' => ['path' => ['ask' => 'asking'], 'body' => ['text' => 'À deux pas.']],
			'ask-ways' => ['body' => ['people' => [['key' => 'a', 'name' => 'Nouvelle', 'email' => 'nouvelle@example.org', 'groups' => [['id' => $this->things['group'], 'note' => 'mardi']]]]]],
			'ask-mail' => ['body' => ['name' => 'Nouvelle', 'groups' => [$this->things['group']], 'message' => 'À mardi.']],
			'ask-askAll' => ['body' => ['people' => [['key' => 'a', 'name' => 'Nouvelle', 'email' => 'nouvelle@example.org', 'groups' => [['id' => $this->things['group']], ['id' => $this->things['making']]]], ['key' => 'b', 'memberId' => $this->things['linh'], 'groups' => [['id' => $this->things['group']]]]], 'message' => 'À mardi.']],
			'vocabulary-suggest' => ['body' => ['text' => 'Semer un potager']],
			'knowledge-propose' => ['body' => ['text' => 'Apprendre à tailler mes pommiers', 'side' => 'need', 'about' => 'learn/fruit-trees']],
			'vocabulary-addTerm' => ['body' => ['list' => 'values'] + $term],
			'vocabulary-changeTerm' => ['body' => ['version' => $this->things['termVersion']] + $term],
			'vocabulary-setTermState' => ['body' => ['version' => $this->things['termVersion'], 'state' => 'retired', 'into' => null]],
			'vocabulary-placeTerm' => ['body' => ['after' => null]],
			'vocabulary-addToGlossary' => ['body' => $glossary],
			'vocabulary-changeGlossary' => ['body' => ['version' => $this->things['entryVersion']] + $glossary],
			'vocabulary-readText' => ['body' => ['text' => 'Donner des vêtements à la ressourcerie']],
			'vocabulary-addExpression' => ['body' => ['term' => 'la grande halle', 'means' => ['clothes-reuse'], 'not' => []]],
			'vocabulary-changeExpression' => ['body' => ['version' => $this->things['expressionVersion'], 'term' => 'la ressourcerie', 'means' => [], 'not' => ['clothes-reuse']]],
			'settings-changeNetwork' => ['body' => ['name' => 'Autre Cordée', 'region' => '93', 'departements' => ['11'], 'preset' => 'open', 'showcase' => false, 'indexed' => true, 'frames' => ['https://www.example.org'], 'was' => ['name' => '', 'region' => '76', 'departements' => [], 'preset' => 'request', 'showcase' => true, 'indexed' => false, 'frames' => []]]],
			'subscription-at' => ['body' => ['address' => 'subscribed@example.org']],
			'subscription-recordChoice' => ['body' => ['wants' => false, 'date' => '2026-11-24', 'how' => 'Au téléphone']],
			'subscription-recordChoiceOfCard' => ['body' => ['wants' => false, 'date' => '2026-11-23', 'how' => 'Au marché']],
			'subscription-check', 'subscription-import' => ['body' => ['rows' => [['position' => 2, 'address' => 'zoe@example.org', 'name' => 'Zoé', 'date' => '2026-11-20', 'how' => 'Registre']]]],
			'subscription-setUp' => ['body' => ['asks' => true, 'open' => false]],
			'withoutmail-add' => ['body' => ['day' => '2026-11-23', 'how' => 'visit', 'note' => 'Elle vient mardi.', 'key' => 'another-call']],
			'subscription-choose' => ['body' => ['wants' => true]],
			'showcase-change' => ['body' => ['open' => false]],
			'showcase-chooseCard' => ['body' => ['shown' => true, 'date' => '2026-11-20', 'how' => 'De vive voix']],
			'showcase-chooseGroup' => ['body' => ['shown' => false]],
			'showcase-chooseSheet' => ['body' => ['shown' => false]],
			'showcase-chooseNotice' => ['body' => ['shown' => false, 'date' => '2026-11-20', 'how' => 'De vive voix']],
			'enquiry-answer' => ['body' => ['text' => 'Oui, mardi.', 'named' => true]],
			'writepage.form' => ['path' => ['id' => 'group']],
			'writepage.write' => ['path' => ['id' => 'group'], 'body' => ['name' => 'Zoé Alric', 'email' => 'zoe@example.org', 'text' => 'Puis-je venir ?']],
			'writepage.confirm' => ['path' => ['token' => 'writeToken']],
			'writepage.answer' => ['path' => ['token' => 'writeToken'], 'body' => ['answer' => 'send']],
			'publicshowcase.person' => ['path' => ['id' => 'linh']],
			'settings-setFacilitator' => ['body' => ['uid' => 'linh', 'member' => true]],
			'settings-writeWelcome' => ['body' => ['text' => 'Bienvenue parmi nous.', 'was' => '']],
			'settings-writeLetterText' => ['body' => ['text' => 'À **bientôt** !', 'was' => '']],
			'settings-readWelcome' => ['body' => ['read' => true]],
			'settings-writeCharter' => ['body' => ['version' => 1, 'text' => 'Tenir parole, et le dire.']],
			'settings-checkKit', 'settings-takeKit' => ['body' => ['text' => '{"format":"reseau-kit","version":1,"welcome":"Entrez.","charter":"Venir.","vocabulary":{"values":[{"id":"soin","fr":"Soin"}]},"folders":["Chartes"]}', 'replace' => ['charter']]],
			'claimpage.send' => ['body' => ['answer' => 'send']],
			'answer.answer' => ['path' => ['token' => 'consent'], 'body' => ['answer' => 'accept', 'version' => 2]],
			'askpage.answer' => ['path' => ['token' => 'askToken'], 'body' => ['answer' => 'accept', 'name' => 'Quoi', 'version' => 0, 'charter' => 1]],
			'noticepage.answer' => ['path' => ['token' => 'noticeToken'], 'body' => ['answer' => 'close', 'outcome' => 'C’est fait.']],
			'passedpage.answer' => ['path' => ['token' => 'passedToken'], 'body' => ['answer' => 'send', 'text' => 'Le mien chauffe bien.', 'key' => 'passed-key']],
			'replypage.answer' => ['path' => ['token' => 'replyToken'], 'body' => ['answer' => 'send', 'text' => 'Oui, en mai.', 'key' => 'reply-key']],
			'mailspage.answer' => ['path' => ['token' => 'mailsToken'], 'body' => ['answer' => 'stop-linked']],
			'signaturepage.answer' => ['path' => ['token' => 'sign'], 'body' => ['answer' => 'sign', 'name' => 'Signe', 'hash' => $this->things['hash']]],
			'subscribepage.ask' => ['body' => ['email' => 'newcomer@example.org', 'name' => 'Newcomer']],
			'subscribepage.question' => ['path' => ['token' => 'subscribeToken']],
			'subscribepage.confirm' => ['path' => ['token' => 'subscribeToken'], 'body' => ['answer' => 'confirm', 'name' => 'Confirmed']],
			'leavepage.show' => ['path' => ['token' => 'letterToken']],
			'leavepage.leave' => ['path' => ['token' => 'letterToken'], 'body' => ['answer' => 'letter']],
			'ownpage.ask' => ['body' => ['email' => 'reachable@example.org']],
			'ownpage.show', 'ownpage.card' => ['path' => ['token' => 'ownToken']],
			'ownpage.answer' => ['path' => ['token' => 'ownToken'], 'body' => ['answer' => 'letter-start']],
			'ownpage.save' => ['path' => ['token' => 'ownToken'], 'body' => ['headline' => 'En une ligne', 'was-headline' => OwnCard::seen('')]],
			default => $endpoint->body === null ? [] : null,
		};
	}

	/** The address of what an example is about. */
	public function path(Endpoint $endpoint): string {
		$example = $this->of($endpoint) ?? [];
		$path = preg_replace_callback('/\{(\w+)\}/', fn (array $found): string => match ($found[1]) {
			'type' => 'member',
			'id' => (string)$this->things[$example['path']['id'] ?? 'kept'],
			'version' => '1',
			'item' => PublicItem::keyOf(true, 'Un four'),
			'kit' => 'entraide',
			'place' => 'opening',
			'about' => 'group',
			'path' => 'members',
			'member' => (string)$this->things[$example['path']['member'] ?? 'inside'],
			default => (string)$this->things[$example['path'][$found[1]] ?? $found[1]],
		}, $endpoint->path);
		$query = $example['query'] ?? [];
		return $path . ($query === [] ? '' : '?' . http_build_query($query));
	}
}

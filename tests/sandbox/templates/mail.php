<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** One mail, as text and as HTML that can run and load nothing. @var array $_ @var \OCP\IL10N $l */

$mail = $_['mail'];
$safe = strip_tags((string)preg_replace('~^.*</head>~s', '', $mail['html']), ['h1', 'h2', 'h3', 'h4', 'div', 'p', 'a', 'b', 'strong', 'em', 'small', 'br', 'ul', 'ol', 'li', 'table', 'tr', 'td']);
$text = htmlspecialchars($mail['plain'], ENT_QUOTES | ENT_SUBSTITUTE);
?>
<h1><?php p($mail['subject']); ?></h1>
<p><?php p($l->t('To: %s', [implode(', ', array_keys($mail['to']))])); ?><br><?php p(date('d/m/Y H:i', $mail['date'])); ?></p>
<h2><?php p($l->t('As text')); ?></h2>
<pre><?php print_unescaped(preg_replace('~https?://[^\s<>"]+~', '<a href="$0">$0</a>', $text)); ?></pre>
<?php if ($safe !== '') { ?>
<h2><?php p($l->t('As HTML')); ?></h2>
<iframe sandbox title="<?php p($l->t('As HTML')); ?>" srcdoc="<?php p('<meta name="color-scheme" content="light">' . $safe); ?>"></iframe>
<?php } ?>
<p><a href="/sandbox/mail"><?php p($l->t('Mail of the sandbox')); ?></a></p>

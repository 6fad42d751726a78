/** Beside the documents of every package, for whoever opens it in twenty years. */
export const explanation = `这是一个巡察案卷的移交包。

manifest.json  卷内目录、每一件的件号、页号、保管期限和校验值（SHA-256），以及移出系统的签名（Ed25519）
说明.txt       本文件
*.docx         卷内文件目录，可以打印
文件/          各件，文件名以件号开头

怎样核对
用系统的程序核对，不用联网：npm run verify -- 移交包.zip --keys 存放公钥的文件夹
公钥由移出单位的审计管理员在移交之外另行提供，例如随移交清册。
不用程序时：manifest.json 中 lines 的每一件，document.file.sha256 应等于“文件/”中对应文件（paths 按件号排列）的 SHA-256。

签名的内容
JSON 数组 ["xuncha.archive/1", TEXT] 的文本（UTF-8，无空格），TEXT 是 manifest.json 去掉 signature 以后的规范 JSON：键按字母排序，无空格。
contentsHash 是 lines 的规范 JSON 的 SHA-256；整理完毕时它也记入了系统的审计记录（事件 planning.archive-file.closed）。
`;
